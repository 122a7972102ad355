// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/joblink.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace WhiteBox {

namespace {

const QString kPrefix = QStringLiteral("whitebox://job/");
constexpr int kShown = 60; ///< characters of a wrong link in its message

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JobLink)
};

/// No line break or other control character of a stranger's text reaches a message.
QString shown(const QString &link)
{
    QString text = link.left(kShown);
    for (QChar &c : text)
        if (!c.isPrint())
            c = QChar::ReplacementCharacter;
    return link.size() > kShown ? text + QStringLiteral("…") : text;
}

} // namespace

QString jobLink(const QString &id)
{
    return kPrefix + id;
}

bool isMeantAsLink(const QString &text)
{
    return text.startsWith(QLatin1String("whitebox:"), Qt::CaseInsensitive);
}

Result<QString> parseJobLink(const QString &link)
{
    // \z, for $ also matches before a last line break.
    static const QRegularExpression form(QStringLiteral("\\Awhitebox://job/([0-9a-f]{16})\\z"));
    const qsizetype length = kPrefix.size() + 16;
    const auto match = link.size() == length ? form.match(link) : QRegularExpressionMatch();
    if (match.hasMatch())
        return match.captured(1);
    Error error;
    error.what = Text::tr("The link %1 cannot be opened").arg(shown(link));
    error.why = Text::tr("it is not whitebox://job/ with the 16 digits of a job");
    error.remedy = Text::tr("Copy the link again from the list of jobs.");
    return error;
}

} // namespace WhiteBox
