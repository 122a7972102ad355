// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobpreferences.h"

#include "core/pipeline/setup.h"

#include <QSettings>
#include <QThread>

#include <algorithm>

namespace WhiteBox {

namespace {

const auto kDatabase = QStringLiteral("database");
const auto kEngine = QStringLiteral("couplingsEngine");
const auto kJackhmmer = QStringLiteral("jackhmmer");
const auto kCcmpred = QStringLiteral("ccmpred");
const auto kNetwork = QStringLiteral("network");
const auto kKeep = QStringLiteral("retention/keep");
const auto kKeepNumber = QStringLiteral("retention/number");
const auto kThreads = QStringLiteral("threads");

int processors()
{
    return std::max(1, QThread::idealThreadCount());
}

} // namespace

JobParameters loadJobPreferences()
{
    const QSettings kept;
    JobParameters preferences;
    preferences.database = kept.value(kDatabase).toString();
    if (kept.value(kEngine).toString() == nameOf(CouplingsEngine::Ccmpred))
        preferences.engine = CouplingsEngine::Ccmpred;
    preferences.jackhmmer = kept.value(kJackhmmer).toString();
    preferences.ccmpred = kept.value(kCcmpred).toString();
    preferences.model = kept.value(kNetwork).toString();
    preferences.threads = std::clamp(kept.value(kThreads).toInt(), 0, processors());
    return preferences;
}

void saveJobPreferences(const JobParameters &preferences)
{
    QSettings kept;
    kept.setValue(kDatabase, preferences.database);
    kept.setValue(kEngine, nameOf(preferences.engine));
    kept.setValue(kJackhmmer, preferences.jackhmmer);
    kept.setValue(kCcmpred, preferences.ccmpred);
    kept.setValue(kNetwork, preferences.model);
    kept.setValue(kThreads, preferences.threads);
}

Retention loadRetention()
{
    const QSettings kept;
    Retention retention;
    retention.keep =
        Retention::Keep(std::clamp(kept.value(kKeep).toInt(), 0, int(Retention::Keep::Gigabytes)));
    retention.number = std::max(1, kept.value(kKeepNumber, 30).toInt());
    return retention;
}

void saveRetention(const Retention &retention)
{
    QSettings kept;
    kept.setValue(kKeep, int(retention.keep));
    kept.setValue(kKeepNumber, retention.number);
}

JobParameters withDefaults(JobParameters preferences)
{
    if (preferences.database.isEmpty())
        preferences.database = exampleDatabasePath();
    if (preferences.threads <= 0)
        preferences.threads = processors();
    return preferences;
}

} // namespace WhiteBox
