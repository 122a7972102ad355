// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/residuepair.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ResiduePair)
};

Error badPair(const QString &text, const QString &why)
{
    Error error;
    error.kind = ErrorKind::InvalidInput;
    error.what = Text::tr("\"%1\" is not a residue pair").arg(text);
    error.why = why;
    error.remedy = Text::tr("Write two residue numbers, counted from 1, such as 12,40 or L12-V40.");
    return error;
}

} // namespace

QString ResiduePair::text(std::string_view sequence) const
{
    if (sequence.empty())
        return QStringLiteral("%1,%2").arg(i + 1).arg(j + 1);
    return QStringLiteral("%1%2-%3%4")
        .arg(QLatin1Char(sequence.at(size_t(i))))
        .arg(i + 1)
        .arg(QLatin1Char(sequence.at(size_t(j))))
        .arg(j + 1);
}

Result<ResiduePair> ResiduePair::parse(const QString &text, int length, std::string_view sequence)
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*([A-Za-z]?)(\\d{1,6})\\s*[-,; ]\\s*([A-Za-z]?)(\\d{1,6})\\s*$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return badPair(text, Text::tr("two residue numbers were expected"));
    const int number[2] = {match.captured(2).toInt(), match.captured(4).toInt()};
    const QString letter[2] = {match.captured(1), match.captured(3)};
    for (int side = 0; side < 2; ++side) {
        if (number[side] < 1 || number[side] > length)
            return badPair(text, Text::tr("residue %1 lies outside 1..%2").arg(number[side]).arg(length));
        if (letter[side].isEmpty() || sequence.empty())
            continue;
        const QChar found = QLatin1Char(sequence.at(size_t(number[side] - 1)));
        if (letter[side].at(0).toUpper() != found)
            return badPair(
                text, Text::tr("residue %1 is %2, not %3").arg(number[side]).arg(found).arg(letter[side]));
    }
    return ResiduePair{number[0] - 1, number[1] - 1};
}

} // namespace WhiteBox
