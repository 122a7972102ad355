// SPDX-License-Identifier: GPL-3.0-or-later
// The homology search: jackhmmer of HMMER 3 (Eddy 2011) as an external process.
#pragma once

#include "core/base/result.h"
#include "core/sequence/sequence.h"
#include "core/tools/externalprocess.h"
#include "core/tools/jackhmmeroutput.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>

namespace WhiteBox {

struct JackhmmerOptions
{
    QString program;               ///< empty: jackhmmer from PATH
    int rounds = 3;                ///< -N
    double inclusionEvalue = 1e-3; ///< --incE and -E
    int threads = 2;               ///< --cpu
};

/// One search. Lives in a thread with an event loop and never blocks it.
class JackhmmerSearch : public QObject
{
    Q_OBJECT

public:
    explicit JackhmmerSearch(QObject *parent = nullptr);
    ~JackhmmerSearch() override;

    /// Writes query.fa, search.sto and search.tbl into workDirectory, which must exist. One run an object;
    /// finished() always follows, never before start() has returned.
    void start(const Sequence &query, const QString &database, const JackhmmerOptions &options,
               const QString &workDirectory);
    /// finished() follows with Cancelled, after the program and all it started have ended.
    void cancel();

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
    Result<void> prepare(const Sequence &query, const QString &database, const JackhmmerOptions &options,
                         const QString &workDirectory);
    void launch(const JackhmmerOptions &options, const QString &workDirectory);
    void takeLine(const QByteArray &line);
    void tellProgress();
    void conclude(const ProcessOutcome &outcome);

    ExternalProcess m_process;
    JackhmmerOutput m_output;
    QTimer m_watch;
    QString m_program;
    QString m_database; ///< canonical
    qint64 m_databaseBytes = 0;
    QString m_query;
    QString m_alignment;
    int m_rounds = 0;
    bool m_cancelled = false; ///< before the program was started
};

/// Share of a file (0..1) that a process has read so far, by the offset of its descriptor; negative when it
/// has not opened the file. path canonical.
double readFraction(qint64 processId, const QString &path, qint64 bytes);

} // namespace WhiteBox
