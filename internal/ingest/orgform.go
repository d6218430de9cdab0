package ingest

import "github.com/anupalan/anupalan/internal/i18n"

// The kinds of file an organisation is imported from, in the order in which they are bound.
const (
	Departments = "departments"
	Places      = "places"
	Posts       = "posts"
	Officers    = "officers"
	Delegations = "delegations"
	Powers      = "powers"
)

// OrgForms gives the one form of each kind of organisation file; headings may be in Hindi, English or the short keys.
func OrgForms() []*Form {
	from := Column{Key: "from", Name: i18n.Text{Hi: "आरंभ तिथि", En: "First day"}, Other: []string{"से", "starts"}, Kind: Day}
	to := Column{Key: "to", Name: i18n.Text{Hi: "अंतिम तिथि", En: "Last day"}, Other: []string{"तक", "ends"}, Kind: Day}
	order := Column{Key: "order", Name: i18n.Text{Hi: "आदेश संख्या एवं तिथि", En: "Order"}, Other: []string{"आदेश"}}
	key := Column{Key: "key", Name: i18n.Text{Hi: "कुंजी", En: "Key"}, Kind: Slug, Required: true, Longest: 64}
	hi := Column{Key: "name_hi", Name: i18n.Text{Hi: "नाम (हिन्दी)", En: "Name (Hindi)"}, Other: []string{"नाम हिंदी", "हिन्दी नाम", "नाम"}, Required: true}
	en := Column{Key: "name_en", Name: i18n.Text{Hi: "नाम (अंग्रेज़ी)", En: "Name (English)"}, Other: []string{"अंग्रेजी नाम", "name"}, Required: true}
	aliases := Column{Key: "aliases", Name: i18n.Text{Hi: "अन्य नाम", En: "Other names"}, Kind: List, Longest: 1000}
	return []*Form{
		{Departments, i18n.Text{Hi: "विभाग", En: "Departments"}, []Column{key, hi, en, {Key: "abbr", Name: i18n.Text{Hi: "संक्षेप", En: "Short form"}}, aliases, from, to}},
		placeForm(key, hi, en, aliases, from, to),
		postForm(key, hi, en, aliases, from, to),
		officerForm(hi, en, from, to, order),
		{Delegations, i18n.Text{Hi: "प्रत्यायोजन", En: "Delegations"}, []Column{
			ref("giver", "किस पद के कार्य", "Post delegated from", true), ref("taker", "किस पद को", "Post delegated to", true),
			ref("person", "पदाधिकारी कूट", "Officer code", true),
			{Key: "acts", Name: i18n.Text{Hi: "कार्य", En: "Acts"}, Kind: Slugs, Required: true, Longest: 1000},
			needed(from), needed(to), {Key: "reason", Name: i18n.Text{Hi: "कारण", En: "Reason"}, Required: true, Longest: 500}}},
		{Powers, i18n.Text{Hi: "शक्तियाँ", En: "Powers"}, []Column{
			ref("post", "पद", "Post", true), ref("power", "शक्ति", "Power", true), needed(from), to, needed(order)}},
	}
}

func ref(key, hi, en string, required bool) Column {
	return Column{Key: key, Name: i18n.Text{Hi: hi, En: en}, Kind: Slug, Required: required, Longest: 64}
}

func needed(c Column) Column {
	c.Required = true
	return c
}

func placeForm(key, hi, en, aliases, from, to Column) *Form {
	return &Form{Places, i18n.Text{Hi: "स्थान", En: "Places"}, []Column{key,
		{Key: "tree", Name: i18n.Text{Hi: "वृक्ष", En: "Tree"}, OneOf: []string{"common", "police", "election"}},
		{Key: "kind", Name: i18n.Text{Hi: "प्रकार", En: "Kind"}, Required: true, OneOf: PlaceKinds()},
		{Key: "lgd_type", Name: i18n.Text{Hi: "एलजीडी प्रकार", En: "LGD type"}, OneOf: []string{"state", "district", "subdistrict", "block", "local_body", "village", "ward"}},
		{Key: "lgd_code", Name: i18n.Text{Hi: "एलजीडी कोड", En: "LGD code"}, Kind: Number}, hi, en, aliases,
		ref("parent", "ऊपर का स्थान", "Parent place", false),
		{Key: "lies_in", Name: i18n.Text{Hi: "किस थाना या सेक्टर में", En: "Lies in"}, Kind: Slugs}, from, to,
		{Key: "moved_on", Name: i18n.Text{Hi: "नए स्थान के नीचे कब से", En: "Under this parent since"}, Kind: Day},
		{Key: "sample", Name: i18n.Text{Hi: "नमूना", En: "Sample"}, Kind: YesNo}}}
}

// PlaceKinds are the kinds of place, largest first.
func PlaceKinds() []string {
	return []string{"state", "division", "district", "subdivision", "tehsil", "block", "urban_body", "panchayat", "ward", "village",
		"police_district", "police_subdivision", "police_station", "constituency", "sector", "polling_station"}
}

func postForm(key, hi, en, aliases, from, to Column) *Form {
	return &Form{Posts, i18n.Text{Hi: "पद", En: "Posts"}, []Column{key,
		{Key: "roles", Name: i18n.Text{Hi: "भूमिकाएँ", En: "Roles"}, Other: []string{"role", "भूमिका"}, Kind: Slugs},
		ref("designation", "पदनाम", "Designation", true), hi, en, aliases,
		ref("department", "विभाग", "Department", true), ref("place", "स्थान", "Place", true), ref("reports_to", "किसे प्रतिवेदन", "Reports to", false),
		{Key: "desk", Name: i18n.Text{Hi: "पटल", En: "Desk"}, Kind: YesNo},
		{Key: "all_departments", Name: i18n.Text{Hi: "सभी विभाग देखता है", En: "Sees all departments"}, Kind: YesNo},
		{Key: "areas", Name: i18n.Text{Hi: "प्रभार के स्थान", En: "Places in charge"}, Kind: Slugs}, from, to}}
}

func officerForm(hi, en, from, to, order Column) *Form {
	hi.Required, en.Required = false, false
	return &Form{Officers, i18n.Text{Hi: "पदाधिकारी", En: "Officers"}, []Column{
		ref("person", "पदाधिकारी कूट", "Officer code", true), hi, en,
		{Key: "phone", Name: i18n.Text{Hi: "मोबाइल", En: "Mobile"}, Longest: 20}, {Key: "email", Name: i18n.Text{Hi: "ई-मेल", En: "E-mail"}, Longest: 100},
		ref("post", "पद", "Post", true),
		{Key: "charge", Name: i18n.Text{Hi: "प्रभार", En: "Charge"}, OneOf: []string{"substantive", "additional", "मूल", "अतिरिक्त"}},
		needed(from), to, order}}
}

// FormOf picks the form that a header fits best, nil if it fits none.
func FormOf(header []string) *Form {
	var best *Form
	most := 0
	for _, f := range OrgForms() {
		if n := f.Matches(header); n > most {
			best, most = f, n
		}
	}
	return best
}
