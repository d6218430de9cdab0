package demo

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// waiting is the text that lies with the stenographer on the last day, to be read.
const waiting = "sample/saran/proceedings/waiting.txt"

// members are asked to every coordination meeting, besides the twenty block officers.
var members = []string{"ddc_saran", "sdo_sadar", "sdo_marhaura", "sdo_sonepur", "cs_saran", "dso_saran", "dto_saran", "deo_saran", "legal_saran", "ee_phed_saran", "dcert_saran"}

// meet holds what the story holds on a day: the meetings of the second and the ninth day
// with what was directed at them, and today's, called and not yet held.
func (t *teller) meet(day int, packs fs.FS) error {
	var given []ask
	for _, one := range asks() {
		if one.day == day && one.atMeeting() {
			given = append(given, one)
		}
	}
	if err := t.week(day); err != nil {
		return err
	}
	switch {
	case len(given) > 0:
		return t.hold(given)
	case day == storyDays:
		return t.callToday(packs)
	}
	return nil
}

// weeks are the main tasks that some officers name for a week.
var weeks = map[string][]string{
	"ddc_saran": {"20 प्रखंडों की आवास सूची का मिलान", "जल-जीवन-हरियाली: 40 तालाबों का निरीक्षण", "मनरेगा मजदूरी के लंबित भुगतान", "पंचायत सरकार भवनों की प्रगति", "लोहिया स्वच्छ अभियान की समीक्षा"},
	"dso_saran": {"बंद राशन दुकानें खुलवाना", "दो गोदामों का औचक निरीक्षण", "फर्जी राशन कार्ड रद्द कराना", "विक्रेताओं का प्रशिक्षण", "आयुष्मान शिविरों में दुकानों की उपस्थिति"},
	"cs_saran":  {"तीन कम दवाओं की आपूर्ति", "प्रसव केंद्रों का निरीक्षण", "आयुष्मान कार्ड की दैनिक प्रगति"},
}

// week names the tasks of a week on the day they are asked for: Monday, or the day after
// where Monday is closed.
func (t *teller) week(day int) error {
	if first := t.on(day).Weekday(); day < 10 || first != time.Monday && first != time.Tuesday {
		return nil
	}
	for _, post := range slices.Sorted(maps.Keys(weeks)) {
		who, err := t.actor(post)
		if err != nil {
			return err
		}
		if err := t.app.NameTasks(t.ctx, who, weeks[post]); err != nil && !fault.Is(err, fault.Refused) {
			return fmt.Errorf("%s: %w", post, err)
		}
	}
	return nil
}

// atMeeting reports whether a direction was given in the weekly meeting, by its chair.
func (a ask) atMeeting() bool { return a.by == "dm_saran" && (a.day == 2 || a.day == 9) }

func (t *teller) actor(post string) (app.Actor, error) { return t.app.ActorOf(t.ctx, district, post) }

// call calls a meeting of the series for today, founding the series on the first.
func (t *teller) call() (app.Actor, record.Key, error) {
	steno, err := t.actor("steno_dm")
	if err != nil {
		return steno, record.Key{}, err
	}
	if t.series.IsZero() {
		dm, err := t.actor("dm_saran")
		if err != nil {
			return steno, record.Key{}, err
		}
		t.series, err = t.app.OpenSeries(t.ctx, dm, app.SeriesForm{
			Slug: "coordination", Name: i18n.Text{Hi: "साप्ताहिक समन्वय बैठक", En: "Weekly coordination meeting"}, Convenor: "steno_dm",
			Members: append(members[:len(members):len(members)], each("bdo_")...), Rhythm: strings.ToLower(t.on(storyDays).Weekday().String()), Time: "11:00", Minutes: 90, Venue: "समाहरणालय सभागार",
		})
		if err != nil {
			return steno, record.Key{}, err
		}
	}
	key, err := t.app.PlanSitting(t.ctx, steno, app.SittingForm{Series: t.series, Day: t.on(t.day).String()})
	return steno, key, err
}

// hold holds a meeting: who came, what was said, and what is issued from it.
func (t *teller) hold(given []ask) error {
	steno, key, err := t.call()
	if err != nil {
		return err
	}
	if err := t.app.BeginSitting(t.ctx, steno, key, 0); err != nil {
		return err
	}
	if err := t.present(steno, key); err != nil {
		return err
	}
	for _, one := range given {
		draft, err := t.app.SayLine(t.ctx, steno, key, one.subject, "")
		if err != nil {
			return fmt.Errorf("%s: %w", one.key, err)
		}
		limit := ""
		switch {
		case one.rhythm == "week":
			limit = "साप्ताहिक"
		case one.due != 0:
			limit = t.on(one.due).Dotted()
		}
		if err := t.app.EditDraft(t.ctx, steno, key, draft, app.DraftForm{Subject: &one.subject, Owners: one.owners, Limit: &limit, Accept: true}); err != nil {
			return fmt.Errorf("%s: %w", one.key, err)
		}
	}
	return t.issued(steno, key, given)
}

// issued issues a meeting's directives and remembers whose share each is.
func (t *teller) issued(steno app.Actor, key record.Key, given []ask) error {
	if err := t.app.CloseSitting(t.ctx, steno, key); err != nil {
		return err
	}
	done, err := t.app.IssueDirectives(t.ctx, steno, key)
	if err != nil {
		return err
	}
	if len(done.Matters) != len(given) {
		return errors.New("not one matter for each direction")
	}
	dm, err := t.actor("dm_saran")
	if err != nil {
		return err
	}
	for i, one := range given {
		v, err := t.app.Matter(t.ctx, dm, done.Matters[i])
		if err != nil {
			return fmt.Errorf("%s: %w", one.key, err)
		}
		if err := t.remember(one, v); err != nil {
			return err
		}
	}
	return nil
}

// present marks who came: most, some by video, one by a deputy, one not.
func (t *teller) present(steno app.Actor, key record.Key) error {
	v, err := t.app.Sitting(t.ctx, steno, key)
	if err != nil {
		return err
	}
	var rows []app.AttendanceForm
	for _, a := range v.Attendance {
		row := app.AttendanceForm{ID: a.ID.String(), Presence: "in_person"}
		switch {
		case a.Post.Key == "bdo_panapur":
			row.Presence = "absent"
		case a.Post.Key == "cs_saran":
			row.Presence, row.Name = "deputy", "अपर मुख्य चिकित्सा पदाधिकारी (नमूना)"
		case a.Post.Key == "sdo_sonepur":
			row.Presence, row.Reason = "excused", "निर्वाचन प्रशिक्षण"
		case strings.HasPrefix(a.Post.Key, "bdo_"):
			row.Presence = "video"
		}
		rows = append(rows, row)
	}
	_, err = t.app.Attend(t.ctx, steno, key, rows)
	return err
}

// callToday calls today's meeting: its agenda stands, its proceedings wait to be read.
func (t *teller) callToday(packs fs.FS) error {
	steno, key, err := t.call()
	if err != nil {
		return err
	}
	err = t.app.AddPoint(t.ctx, steno, key, app.PointForm{Title: "शीतलहर की तैयारी", Department: "general_administration", Words: "जिला पदाधिकारी के निदेश से"})
	if err != nil {
		return err
	}
	text, err := fs.ReadFile(packs, waiting)
	if err != nil {
		return err
	}
	today := t.app.Now().Date().Dotted()
	return t.app.SaveProceedings(t.ctx, steno, key, app.ProceedingsForm{Text: strings.ReplaceAll(string(text), "{date}", today)})
}
