// SPDX-License-Identifier: GPL-3.0-or-later
// The homology search: jackhmmer of HMMER 3 (Eddy 2011) as an external process.
#pragma once

#include "core/base/result.h"
#include "core/sequence/sequence.h"
#include "core/tools/externalprocess.h"
#include "core/tools/jackhmmeroutput.h"
#include "core/tools/sequencedatabase.h"
#include "core/tools/silence.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <memory>

namespace WhiteBox {

/// What a search writes into its folder.
inline const QString kSearchFile = QStringLiteral("search.sto");
inline const QString kSearchTable = QStringLiteral("search.tbl");
inline const QString kSearchQuery = QStringLiteral("query.fa");
inline const QStringList kSearchFiles{kSearchFile, kSearchTable, kSearchQuery};

struct JackhmmerOptions
{
    QString program;               ///< empty: jackhmmer from PATH
    int rounds = 3;                ///< -N
    double inclusionEvalue = 1e-3; ///< --incE and -E
    int threads = 2;               ///< --cpu
};

/// A search that can start: its files are written, what it needs is there.
struct SearchSetup
{
    JackhmmerOptions options;
    QString program; ///< absolute
    DatabaseInfo database;
    QString folder;    ///< to work in
    QString query;     ///< kSearchQuery in it
    QString alignment; ///< kSearchFile
    QString table;     ///< kSearchTable
};

/// Writes query.fa into workDirectory, which must exist, and removes an old search.sto. database as
/// checkDatabase() has seen it. Touches the disk: not for the GUI thread. Fails: MissingTool, Resources, Io
/// (also where the database has changed since).
Result<SearchSetup> prepareSearch(const Sequence &query, const DatabaseInfo &database,
                                  const JackhmmerOptions &options, const QString &workDirectory);

/// One search. Lives in a thread with an event loop and never blocks it.
class JackhmmerSearch : public QObject
{
    Q_OBJECT

public:
    explicit JackhmmerSearch(QObject *parent = nullptr);
    ~JackhmmerSearch() override;

    /// search.sto and search.tbl are written into the setup's folder. One run an object; finished() always
    /// follows, never before start() has returned.
    void start(const SearchSetup &setup);
    /// finished() follows with Cancelled, after the program and all it started have ended.
    void cancel();

    /// Milliseconds of silence from which on the progress tells of it (kSilence). Before start().
    void setPatience(qint64 patience) { m_patience = patience; }

    /// What the program has said so far.
    const JackhmmerOutput &output() const { return m_output; }
    /// The command, program first.
    QStringList command() const;

Q_SIGNALS:
    /// round from 1; fraction of the database read in this round (0..1), negative where it is not known.
    void progress(int round, double fraction, const QString &text);
    /// The path of the .sto, or why there is none. With no hits, the query is its only row.
    void finished(const WhiteBox::Result<QString> &alignment);

private:
    void launch();
    void takeLine(const QByteArray &line);
    void tellProgress();
    void conclude(const ProcessOutcome &outcome);
    /// Milliseconds without a word and without reading.
    qint64 silence(double fraction);

    ExternalProcess m_process;
    JackhmmerOutput m_output;
    QTimer m_watch;
    SearchSetup m_setup;
    qint64 m_patience = kSilence;
    double m_fraction = -1;   ///< as last seen
    QElapsedTimer m_lastRead; ///< when it changed
    bool m_cancelled = false; ///< before the program was started
};

/// Share of a file (0..1) that a process has read so far, by the offset of its descriptor; negative when it
/// has not opened the file. path canonical.
double readFraction(qint64 processId, const QString &path, qint64 bytes);

} // namespace WhiteBox
