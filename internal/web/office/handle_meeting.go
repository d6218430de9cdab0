package office

import (
	"net/http"

	"github.com/anupalan/anupalan/internal/app"
)

func (d *Desk) meetingRoutes() []route { return nil }

func (d *Desk) coming(*http.Request, app.Actor) ([]Coming, error) { return nil, nil }
