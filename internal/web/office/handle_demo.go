package office

import (
	"net"
	"net/http"
	"strconv"
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
)

func (d *Desk) demoRoutes() []route {
	return []route{{"POST /demo/clock", signedIn, d.moveClock}}
}

// mostDays is the furthest the clock of a demonstration is moved at once.
const mostDays = 60

// moveClock moves the business clock of a demonstration forward and lets everything ring
// that is due by then. Only a reader on the same machine may.
func (d *Desk) moveClock(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	if ip := net.ParseIP(address(r)); ip == nil || !ip.IsLoopback() {
		return fault.New(fault.Forbidden, "app.no_demo")
	}
	days, err := strconv.Atoi(r.PostForm.Get("days"))
	if err != nil || days < 1 || days > mostDays {
		return fault.New(fault.Invalid, "app.clock_back")
	}
	now, err := d.app.MoveClock(r.Context(), time.Duration(days)*24*time.Hour)
	if err != nil {
		return err
	}
	if err := d.worker.Once(r.Context()); err != nil {
		return err
	}
	d.kit.Flash(w, "", 0, "office.clock_moved", now.In(who.Lang))
	http.Redirect(w, r, "/", http.StatusSeeOther)
	return nil
}
