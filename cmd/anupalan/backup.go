package main

import (
	"context"
	"errors"
	"os"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/store"
)

type backupCmd struct {
	target
	File string `arg:"" placeholder:"FILE" help:"${help_backup_file}"`
}

// Run writes a backup of the database, beside a server if one runs, and reads it to its
// end again before it gets its name.
func (c *backupCmd) Run(g *globals) error {
	ctx := context.Background()
	if _, err := os.Stat(c.File); err == nil {
		return fault.New(fault.Conflict, "store.file_exists", c.File)
	}
	if err := (&database{DB: c.File}).hasFolder(); err != nil {
		return err
	}
	db, err := store.Open(ctx, c.DB, store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer db.Close()
	part := c.File + ".part"
	if err := write(ctx, db, part); err != nil {
		return errors.Join(err, os.Remove(part))
	}
	m, err := store.CheckBackup(ctx, part)
	if err != nil {
		return errors.Join(err, os.Remove(part))
	}
	if err := os.Rename(part, c.File); err != nil {
		return err
	}
	g.say(i18n.Text{Hi: "%s: %d सारणियाँ, %d पंक्तियाँ, जाँची हुई।", En: "%s: %d tables, %d rows, checked."}, c.File, len(m.Entries), rowsOf(m))
	g.say(i18n.Text{Hi: "कुंजियाँ इसमें नहीं हैं; कुंजी-फ़ाइल को अलग और सुरक्षित रखें।", En: "The keys are not in it; keep the key file apart and safe."})
	return nil
}

func write(ctx context.Context, db *store.DB, name string) error {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	if _, err := db.Backup(ctx, f, calendar.At(time.Now())); err != nil {
		return errors.Join(err, f.Close())
	}
	return errors.Join(f.Sync(), f.Close())
}

func rowsOf(m store.Manifest) (n int64) {
	for _, e := range m.Entries {
		n += e.Rows
	}
	return n
}

type restoreCmd struct {
	target
	File string `arg:"" placeholder:"FILE" help:"${help_backup_file}"`
}

// Run makes a new database out of a checked backup; it never writes over one.
func (c *restoreCmd) Run(g *globals) error {
	if _, err := os.Stat(c.File); err != nil {
		return err
	}
	if err := (&database{DB: c.DB}).hasFolder(); err != nil {
		return err
	}
	m, err := store.Restore(context.Background(), c.File, c.DB)
	if err != nil {
		return err
	}
	g.say(i18n.Text{Hi: "%s: %s का बैकअप पुनर्स्थापित, %d पंक्तियाँ। अब anupalan audit verify चलाएँ।",
		En: "%s: the backup of %s is restored, %d rows. Now run anupalan audit verify."}, c.DB, m.At.In(g.Lang), rowsOf(m))
	return nil
}
