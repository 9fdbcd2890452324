-- Whom the bundle names under an id that stands here with another name or day of birth: students whose SSID does not say
-- that they are the same child, contacts to whom something clings that no claim gives, and employees who may sign in or
-- keep the records, unless the e-mail address is the same.
SELECT b.row, b.source_id, 'student' AS kind, t.legal_given, t.legal_family, t.birth_on, b.given_name, b.family_name,
       d.birth_date
FROM bundle_users b JOIN people_student t ON t.source_id = b.source_id
LEFT JOIN (
    SELECT source_id, min(birth_date) AS birth_date FROM bundle_demographics GROUP BY source_id
) d ON d.source_id = b.source_id
WHERE b.student AND NOT b.ended
  AND (lower(b.given_name) <> lower(t.legal_given) OR lower(b.family_name) <> lower(t.legal_family)
       OR d.birth_date <> t.birth_on)
  AND (b.ssid IS NULL OR t.ssid IS NULL)
UNION ALL
SELECT b.row, b.source_id, 'contact', t.given, t.family, NULL, b.given_name, b.family_name, NULL
FROM bundle_users b JOIN people_contact t ON t.source_id = b.source_id
WHERE b.contact AND NOT b.ended
  AND (lower(b.given_name) <> lower(t.given) OR lower(b.family_name) <> lower(t.family))
  AND (EXISTS (SELECT FROM people_relationship r WHERE r.contact_id = t.id AND r.standing <> 'claimed')
       OR EXISTS (SELECT FROM people_account a WHERE a.contact_id = t.id)
       OR EXISTS (SELECT FROM people_courtorder o WHERE o.restrained_id = t.id OR o.protected_id = t.id)
       OR EXISTS (SELECT FROM collection_listedorder l WHERE l.protects_id = t.id)
       OR EXISTS (SELECT FROM people_orderprotection w WHERE w.contact_id = t.id)
       OR EXISTS (SELECT FROM people_ordernamesake n WHERE n.contact_id = t.id)
       OR EXISTS (SELECT FROM collection_possibleorder p WHERE p.contact_id = t.id AND p.state <> 'lifted'))
UNION ALL
SELECT b.row, b.source_id, 'employee', t.given, t.family, NULL, b.given_name, b.family_name, NULL
FROM bundle_users b JOIN people_employee t ON t.source_id = b.source_id
WHERE b.employee AND NOT b.ended
  AND (lower(b.given_name) <> lower(t.given) OR lower(b.family_name) <> lower(t.family))
  AND NOT (t.email <> '' AND lower(coalesce(b.email, '')) = lower(t.email))
  AND (EXISTS (SELECT FROM people_account a WHERE a.employee_id = t.id)
       OR EXISTS (SELECT FROM people_ordernamesake n WHERE n.employee_id = t.id)
       OR EXISTS (SELECT FROM people_custodian c WHERE c.employee_id = t.id))
