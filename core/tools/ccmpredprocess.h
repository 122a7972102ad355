// SPDX-License-Identifier: GPL-3.0-or-later
// An installed ccmpred (Seemayer, Gruber & Söding 2014) in place of the built-in engine, as an external
// process.
#pragma once

#include "core/alignment/alignment.h"
#include "core/base/result.h"
#include "core/coevolution/pottsmodel.h"
#include "core/tools/ccmpredoutput.h"
#include "core/tools/externalprocess.h"
#include "core/tools/silence.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

namespace WhiteBox {

/// What a run writes into its folder.
inline const QStringList kCcmpredFiles{QStringLiteral("ccmpred.aln"), QStringLiteral("ccmpred.mat"),
                                       QStringLiteral("ccmpred.raw"), QStringLiteral("ccmpred-start.raw")};

/// ccmpred's absolute path: program when given, else from PATH. Does not run it. Fails: MissingTool.
Result<QString> findCcmpred(const QString &program = {});

/// One run. Lives in a thread with an event loop and never blocks it.
class CcmpredProcess : public QObject
{
    Q_OBJECT

public:
    explicit CcmpredProcess(QObject *parent = nullptr);
    ~CcmpredProcess() override;

    /// Writes kCcmpredFiles, the last one only where there is a start, into workDirectory, which must exist.
    /// Of the options, mode, simd and checkpoint mean nothing to ccmpred. One run an object; finished()
    /// always follows, never before start() has returned. What ccmpred would answer with nonsense is refused
    /// before it starts: as inferCouplings(), and more than 1787 columns.
    void start(const Alignment &alignment, const PottsOptions &options, const QString &program,
               const QString &workDirectory);
    /// finished() follows with Cancelled, after the program and all it started have ended.
    void cancel();

    /// Milliseconds of silence from which on the progress tells of it (kSilence). Before start().
    void setPatience(qint64 patience) { m_patience = patience; }

    const CcmpredOutput &output() const { return m_output; }
    /// The command, program first.
    QStringList command() const { return m_process.command(); }

Q_SIGNALS:
    /// fraction 0..1, negative before the first iteration.
    void progress(double fraction, const QString &text);
    /// The path of ccmpred's raw couplings (readRawCouplings()), or why there are none.
    void finished(const WhiteBox::Result<QString> &couplings);

private:
    Result<void> prepare(const Alignment &alignment, const PottsOptions &options, const QString &program,
                         const QString &workDirectory);
    void launch();
    void takeLine(const QByteArray &line);
    void tellProgress();
    void conclude(const ProcessOutcome &outcome);

    ExternalProcess m_process;
    CcmpredOutput m_output;
    QElapsedTimer m_clock;
    QString m_program;
    QString m_folder;
    QString m_couplings;
    QStringList m_arguments;
    ProcessLimits m_limits;
    QTimer m_watch; ///< tells of silence
    qint64 m_patience = kSilence;
    bool m_cancelled = false; ///< before the program was started
};

/// Removes kCcmpredFiles.
void removeCcmpredFiles(const QString &workDirectory);

} // namespace WhiteBox
