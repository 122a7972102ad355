// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of jobs share: a library in a folder of its own, a runner, and what it tells. jackhmmer is
// played by a script, which counts its runs.
#pragma once

#include "core/pipeline/jobrunner.h"
#include "core/store/jobstore.h"

#include <QDir>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace WhiteBox::Test {

inline const std::string kQuery = "MADKELKFLVVDDFSTMRRIVRNLLKELGF";

/// What a job of the runner told, in order.
struct Heard
{
    std::map<QString, std::shared_ptr<const JobResult>> results;
    std::map<QString, Error> errors;
    std::map<QString, QString> reused; ///< the job that answered, by the id that was submitted
    QStringList order;                 ///< ids as they finished
    QList<JobStage> stages;
};

class JobFixture : public QObject
{
protected:
    void setUp();
    void tearDown();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::shared_ptr<JobStore> m_store;
    std::unique_ptr<JobRunner> m_runner;
    Heard m_heard;

    QString path(const char *name) const { return m_dir->filePath(QString::fromUtf8(name)); }
    QString write(const char *name, const QByteArray &text);
    void startRunner();
    JobParameters parameters(const QByteArray &searchScript = {});
    JobInput sequenceInput() const;
    JobInput alignmentInput(int rows, const std::string &query) const;
    int searches() const;
    /// None where the library does not have the job (yet).
    std::optional<JobState> stateOf(const QString &id) const
    {
        const auto record = m_store->find(id);
        return record.isOk() ? std::optional(record.value().state) : std::nullopt;
    }
    /// Waits until the library has it.
    bool queued(const QString &id) const
    {
        return QTest::qWaitFor([&] { return stateOf(id).has_value(); });
    }
    bool finished(const QString &id) const { return m_heard.results.count(id) == 1; }
    QString submitted(const JobInput &input, bool again = false)
    {
        return m_runner->submit(input, parameters(), again);
    }
    QStringList filesOf(const QString &id) const
    {
        return QDir(m_store->jobFolder(id)).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
};

} // namespace WhiteBox::Test
