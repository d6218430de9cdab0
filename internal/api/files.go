package api

import (
	"context"
	"net/http"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// maxFileBody bounds a JSON request that carries a file in base64.
const maxFileBody = 28 << 20

// sized is a request that may be larger than others, because it carries a file.
type sized interface{ maxBytes() int64 }

// NewFile is a paper or photograph to keep; acts then name its hash.
type NewFile struct {
	Name string `json:"name"`
	Data []byte `json:"data" doc:"base64"`
}

func (NewFile) maxBytes() int64 { return maxFileBody }

// FileOf names a file in a matter.
type FileOf struct {
	ID   string `path:"id"`
	Hash string `path:"hash"`
}

func (s *Server) fileRoutes() []route {
	return []route{
		write("/api/v1/files", "", "putFile", http.StatusOK,
			i18n.Text{Hi: "फ़ाइल या चित्र भेजें", En: "Send a paper or photograph"}, s.putFile),
		read("/api/v1/matters/{id}/files/{hash}", "", "getFile",
			i18n.Text{Hi: "प्रकरण की फ़ाइल", En: "A file of a matter"}, s.getFile),
	}
}

func (s *Server) putFile(ctx context.Context, who app.Actor, in NewFile) (Paper, error) {
	f, err := s.app.PutFile(ctx, who, in.Name, in.Data)
	return paper(f, nil), err
}

func (s *Server) getFile(ctx context.Context, who app.Actor, in FileOf) (Paper, error) {
	key, err := record.ParseKey(in.ID)
	if err != nil {
		return Paper{}, fault.New(fault.NotFound, "file.missing")
	}
	f, content, err := s.app.File(ctx, who, key, in.Hash)
	return paper(f, content), err
}
