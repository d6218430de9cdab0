package org

import (
	"fmt"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

var (
	monday = day(2026, 1, 5)
	now    = monday.At(11, 0)
)

func day(y int, m time.Month, d int) calendar.Date {
	x, ok := calendar.DateOf(y, m, d)
	if !ok {
		panic("no such day")
	}
	return x
}

// builder makes a district from short words; ids follow the order of making.
type builder struct {
	rows Rows
	ids  map[string]record.ID
	next record.ID
}

func (b *builder) id(name string) record.ID {
	if b.ids == nil {
		b.ids = map[string]record.ID{}
	}
	if b.ids[name] == 0 {
		b.next++
		b.ids[name] = b.next
	}
	return b.ids[name]
}

func (b *builder) place(key, kind, parent string, tree Tree, hi, en string) *Place {
	p := Place{ID: b.id("place/" + key), Key: key, Kind: kind, Tree: tree, Name: i18n.Text{Hi: hi, En: en}}
	if parent != "" {
		p.Parent = b.id("place/" + parent)
	}
	b.rows.Places = append(b.rows.Places, p)
	return &b.rows.Places[len(b.rows.Places)-1]
}

func (b *builder) post(key, role, place, to, hi, en string, aliases ...string) *Post {
	p := Post{ID: b.id("post/" + key), Key: key, Role: role, Designation: role, Place: b.id("place/" + place), Department: b.id("dept/gad"),
		Name: i18n.Text{Hi: hi, En: en}, Aliases: aliases}
	if to != "" {
		p.ReportsTo = b.id("post/" + to)
	}
	b.rows.Posts = append(b.rows.Posts, p)
	return &b.rows.Posts[len(b.rows.Posts)-1]
}

func (b *builder) holds(person, post string, kind TenureKind, from, to calendar.Date) *Tenure {
	if b.ids["person/"+person] == 0 {
		b.rows.Persons = append(b.rows.Persons, Person{ID: b.id("person/" + person), Key: person, Name: i18n.Text{Hi: "श्री " + person, En: person}})
	}
	b.rows.Tenures = append(b.rows.Tenures, Tenure{ID: b.id(fmt.Sprint("tenure/", person, post, from)), Person: b.id("person/" + person), Post: b.id("post/" + post), Kind: kind, From: from, To: to})
	return &b.rows.Tenures[len(b.rows.Tenures)-1]
}

func roles() []Role {
	r := func(key, level string, tree Tree) Role { return Role{Key: key, Level: level, Tree: tree} }
	return []Role{r("head_of_district", "district", Common), r("head_of_subdivision", "subdivision", Common), r("head_of_block", "block", Common),
		r("works_engineer", "district", Common), r("police_head", "police_district", Police), r("police_station_head", "police_station", Police), r("sector_officer", "sector", Election)}
}

// small is a district of one subdivision, two blocks, a town, a panchayat, a police station and a sector.
func small() *builder {
	b := &builder{}
	b.rows.Departments = []Department{{ID: b.id("dept/gad"), Key: "gad", Name: i18n.Text{Hi: "सामान्य", En: "General"}}, {ID: b.id("dept/road"), Key: "road"}, {ID: b.id("dept/rural"), Key: "rural"}}
	b.place("saran", "district", "", Common, "सारण", "Saran")
	b.place("sub", "subdivision", "saran", Common, "मढ़ौरा अनुमंडल", "Marhaura Subdivision")
	b.place("amnour", "block", "sub", Common, "अमनौर", "Amnour")
	b.place("maker", "block", "sub", Common, "मकेर", "Maker")
	b.place("town", "urban_body", "sub", Common, "मढ़ौरा नगर पंचायत", "Marhaura Nagar Panchayat")
	b.place("gp", "panchayat", "amnour", Common, "कमलपुर", "Kamalpur")
	b.place("police", "police_district", "saran", Police, "सारण पुलिस", "Saran Police")
	b.place("ps", "police_station", "police", Police, "अमनौर थाना", "Amnour Police Station")
	b.place("ac", "constituency", "saran", Election, "अमनौर", "Amnour")
	b.place("sector", "sector", "ac", Election, "सेक्टर 1", "Sector 1")
	b.at("amnour").LiesIn = []record.ID{b.id("place/ps")}
	b.at("gp").LiesIn = []record.ID{b.id("place/sector")}
	b.post("dm", "head_of_district", "saran", "", "जिला पदाधिकारी", "District Magistrate", "DM", "डीएम").AllDepts = true
	b.post("sdo", "head_of_subdivision", "sub", "dm", "अनुमंडल पदाधिकारी", "Sub-Divisional Officer", "SDO")
	b.post("bdo_amnour", "head_of_block", "amnour", "sdo", "प्रखंड विकास पदाधिकारी, अमनौर", "Block Development Officer, Amnour", "BDO", "बीडीओ")
	b.post("bdo_maker", "head_of_block", "maker", "sdo", "प्रखंड विकास पदाधिकारी, मकेर", "Block Development Officer, Maker", "BDO", "बीडीओ")
	b.post("ee_road", "works_engineer", "saran", "dm", "कार्यपालक अभियंता, पथ", "Executive Engineer, Roads").Department = b.id("dept/road")
	b.post("ee_rural", "works_engineer", "saran", "dm", "कार्यपालक अभियंता, ग्रामीण", "Executive Engineer, Rural").Department = b.id("dept/rural")
	b.post("sp", "police_head", "police", "dm", "पुलिस अधीक्षक", "Superintendent of Police", "SP")
	b.post("sho", "police_station_head", "ps", "sp", "थानाध्यक्ष", "Station House Officer", "SHO")
	b.post("so", "sector_officer", "sector", "dm", "सेक्टर पदाधिकारी", "Sector Officer")
	b.holds("asha", "dm", Substantive, day(2025, 6, 1), 0)
	b.holds("birju", "sdo", Substantive, day(2025, 6, 1), 0)
	b.holds("chand", "bdo_amnour", Substantive, day(2025, 6, 1), day(2026, 1, 5))
	b.holds("devi", "bdo_amnour", Substantive, day(2026, 1, 6), 0)
	b.holds("devi", "bdo_maker", Additional, day(2026, 2, 1), 0)
	b.holds("esha", "ee_rural", Substantive, day(2025, 6, 1), 0)
	b.holds("fazal", "sp", Substantive, day(2025, 6, 1), 0)
	return b
}

func (b *builder) at(key string) *Place {
	for i := range b.rows.Places {
		if b.rows.Places[i].Key == key {
			return &b.rows.Places[i]
		}
	}
	return nil
}

func (b *builder) make(t testing.TB) *Org {
	t.Helper()
	o, err := New(218, b.rows, roles())
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// large is a district of 20 blocks with 15 panchayats each and about 2,000 posts.
func large() *builder {
	b := &builder{}
	b.rows.Departments = []Department{{ID: b.id("dept/gad"), Key: "gad"}}
	b.place("saran", "district", "", Common, "सारण", "Saran")
	b.post("dm", "head_of_district", "saran", "", "जिला पदाधिकारी", "District Magistrate", "DM")
	kinds := []string{"अंचल अधिकारी", "प्रखंड शिक्षा पदाधिकारी", "बाल विकास परियोजना पदाधिकारी", "पंचायत सचिव", "मुखिया", "कनीय अभियंता"}
	for s := range 4 {
		sub := fmt.Sprint("sub", s)
		b.place(sub, "subdivision", "saran", Common, fmt.Sprintf("अनुमंडल %d", s), "Subdivision "+sub)
		b.post("sdo_"+sub, "head_of_subdivision", sub, "dm", "अनुमंडल पदाधिकारी", "Sub-Divisional Officer")
		for n := range 5 {
			blk := fmt.Sprint("block", s*5+n)
			b.place(blk, "block", sub, Common, fmt.Sprintf("खंड %d", s*5+n), "Block "+blk)
			b.post("bdo_"+blk, "head_of_block", blk, "sdo_"+sub, "प्रखंड विकास पदाधिकारी "+blk, "Block Development Officer "+blk, "BDO", "बीडीओ")
			b.holds("p_"+blk, "bdo_"+blk, Substantive, day(2025, 1, 1), 0)
			for g := range 15 {
				gp := fmt.Sprint(blk, "_gp", g)
				b.place(gp, "panchayat", blk, Common, "पंचायत "+gp, "Panchayat "+gp)
				for k, name := range kinds {
					b.post(fmt.Sprint("x", k, "_", gp), "", gp, "bdo_"+blk, name+" "+gp, fmt.Sprint("Officer ", k, " ", gp))
				}
			}
		}
	}
	return b
}
