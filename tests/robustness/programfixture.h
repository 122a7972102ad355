// SPDX-License-Identifier: GPL-3.0-or-later
// The program as users start it, with a library, a database, a network and a jackhmmer of its own: a small
// query with homologs, whose job goes through all stages in about a second.
#pragma once

#include "core/pipeline/jobworker.h"
#include "core/store/jobstore.h"

#include <QDir>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace WhiteBox::Test {

class ProgramFixture
{
public:
    /// Its files, in a temporary folder or in the one that is named. isReady() is false where that failed.
    explicit ProgramFixture(const QString &folder = {});

    bool isReady() const { return m_ready; }
    QString path(const QString &name) const { return QDir(m_folder).filePath(name); }
    /// $WHITEBOX_HOME, and the library in it.
    QString home() const { return m_home; }
    void setHome(const QString &home) { m_home = home; }
    QString library() const { return QDir(m_home).filePath(QStringLiteral("jobs")); }

    /// "run" of the query, computed anew; further arguments after it.
    QStringList runArguments(const QStringList &more = {}) const;
    /// Arguments by which couplings come from a ccmpred that takes about 300 ms.
    QStringList ccmpredArguments() const;
    static QStringList resumeArguments(const QString &id);

    /// Starts whitebox-cli, through a wrapper (program and its arguments) where one is named.
    std::unique_ptr<QProcess> start(const QStringList &arguments, const QStringList &wrapper = {}) const;
    /// Its exit status; −1 where it does not end in a minute (the long form: ten) or by a signal. What it
    /// wrote is in output().
    int run(const QStringList &arguments, const QStringList &wrapper = {});
    QString output() const { return m_output; }

    /// Until the manifest of a running job tells of the stage. False where the program ends before that.
    bool waitForStage(const QProcess &process, JobStage stage) const;
    /// Whether the manifest of a running job tells of the stage now.
    bool isInStage(JobStage stage) const;
    /// SIGKILL.
    static void kill(QProcess &process);

    /// How often jackhmmer has searched.
    int searches() const;
    /// Makes each search last so much longer.
    void setSearchSleep(const QByteArray &seconds) const;
    /// While a stage is held its program (the search's jackhmmer, the couplings' ccmpred) waits, a minute at
    /// most, before it does anything.
    void hold(JobStage stage) const;
    void release(JobStage stage) const;
    std::shared_ptr<JobStore> openStore() const;

private:
    bool writeInput() const;
    QString holdPath(JobStage stage) const;
    /// Lines of a shell script.
    QByteArray waitWhileHeld(JobStage stage) const;
    bool writeJackhmmer(const QByteArray &sleep) const;

    QTemporaryDir m_own;
    QString m_folder;
    QString m_home;
    QString m_output;
    bool m_ready = false;
};

/// The one job of a library of one; an empty id where there is none or there are more.
JobRecord onlyJob(const JobStore &store);
/// An empty text where a finished job's result is whole: its checksum holds and it can be read.
QString damageOf(const JobRecord &finished);
/// Whether two finished jobs predict the same distances, to the last bit.
bool predictTheSame(const JobRecord &one, const JobRecord &other);

} // namespace WhiteBox::Test
