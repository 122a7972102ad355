// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobname.h"

#include "core/store/jobstore.h"

#include <QCoreApplication>

#include <algorithm>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JobName)
};

Error refused(const QString &why, const QString &remedy)
{
    Error error;
    error.what = Text::tr("The job was not renamed");
    error.why = why;
    error.remedy = remedy;
    return error;
}

/// Half of a pair is no sign of its own, and as harmless as the other half.
bool isSeen(QChar c)
{
    return c.isPrint() || c.isSurrogate();
}

} // namespace

Result<QString> cleanJobName(const QString &typed)
{
    QString name = typed;
    std::ranges::replace_if(
        name, [](QChar c) { return !isSeen(c); }, QLatin1Char(' '));
    name = name.simplified();
    if (name.isEmpty())
        return refused(Text::tr("there is nothing in the name"),
                       Text::tr("Give at least one letter or digit."));
    if (name.size() > kLongestJobName)
        return refused(Text::tr("the name has %1 characters").arg(name.size()),
                       Text::tr("Give at most %1.").arg(kLongestJobName));
    return name;
}

Result<JobRecord> renameJob(JobStore &store, const QString &id, const QString &name)
{
    return store.change(id, [&name](JobRecord &job) -> Result<void> {
        if (job.isActive())
            return refused(Text::tr("%1 is queued or running").arg(job.name),
                           Text::tr("Wait until it has ended, or cancel it first."));
        job.name = name;
        return {};
    });
}

} // namespace WhiteBox
