// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/residuerange.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ResidueRange)
};

Error badRange(const QString &text, const QString &why)
{
    Error error;
    error.kind = ErrorKind::InvalidInput;
    error.what = Text::tr("\"%1\" is not a range of residues").arg(text);
    error.why = why;
    error.remedy = Text::tr("Write the first and the last residue, counted from 1, such as 12-240.");
    return error;
}

} // namespace

QString ResidueRange::text() const
{
    return QStringLiteral("%1-%2").arg(first + 1).arg(last);
}

Result<ResidueRange> ResidueRange::parse(const QString &text, int length)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*(\\d{1,6})\\s*-\\s*(\\d{1,6})\\s*$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return badRange(text, Text::tr("two residue numbers were expected"));
    const ResidueRange range{match.captured(1).toInt() - 1, match.captured(2).toInt()};
    if (range.first < 0 || range.last > length)
        return badRange(text, Text::tr("the residues are numbered 1 to %1").arg(length));
    if (range.first >= range.last)
        return badRange(text, Text::tr("the first residue comes after the last"));
    return range;
}

} // namespace WhiteBox
