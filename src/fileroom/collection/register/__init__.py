"""The register of the forms by which the district asks for data: made, screened, looked after."""
