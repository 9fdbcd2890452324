"""What the Board's policy asks to be run: training, enforcement requests, vendors, social media, incidents, notices."""
