-- Full text, folded in Go; words keep their vowel signs (categories M*). Restricted text lies apart.
CREATE VIRTUAL TABLE search USING fts5(scope, words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'");
CREATE VIRTUAL TABLE search_restricted USING fts5(scope, words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'");
