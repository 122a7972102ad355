// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobname.h"

#include "core/store/jobstore.h"

#include <QCoreApplication>

#include <utility>

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

/// Joiners are not, but belong to the signs beside them.
bool isSeen(char32_t c)
{
    return QChar::isPrint(c) || c == 0x200C || c == 0x200D;
}

} // namespace

Result<QString> cleanJobName(const QString &typed)
{
    QString name;
    for (const char32_t c : typed.toUcs4())
        name += QChar::fromUcs4(isSeen(c) ? c : U' ');
    name = name.simplified();
    if (name.isEmpty())
        return refused(Text::tr("there is nothing in the name"),
                       Text::tr("Give at least one letter or digit."));
    if (name.size() > kLongestJobName)
        return refused(Text::tr("the name has %1 characters").arg(name.size()),
                       Text::tr("Give at most %1.").arg(kLongestJobName));
    return name;
}

Result<JobRecord> renameJob(JobStore &store, const QString &id, const QString &name, QString *before)
{
    return store.change(id, [&](JobRecord &job) -> Result<void> {
        const QString old = std::exchange(job.name, name);
        if (before)
            *before = old;
        return {};
    });
}

} // namespace WhiteBox
