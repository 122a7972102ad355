// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/acidpairs.h"

#include "core/sequence/aminoacid.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace WhiteBox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AcidPairs", text);
}

/// 0..20, or −1 for what is neither an amino acid nor the gap.
int stateTyped(QChar letter)
{
    const auto at = kStateLetters.find(letter.toUpper().toLatin1());
    return letter.unicode() > 0x7F || at == std::string_view::npos ? -1 : int(at);
}

Error refused(const QString &what, const QString &why)
{
    return {ErrorKind::InvalidInput, what, why, tr("Give pairs such as AR, DK.")};
}

} // namespace

Result<std::vector<int>> parseAcidPairs(const QString &text, int most)
{
    std::vector<int> tiles;
    static const QRegularExpression kBetween(QStringLiteral("[,;\\s]+"));
    const QString letters = QString::fromLatin1(kStateLetters.data(), qsizetype(kStateLetters.size()));
    for (const QString &name : text.split(kBetween, Qt::SkipEmptyParts)) {
        const int a = name.size() == 2 ? stateTyped(name[0]) : -1;
        const int b = name.size() == 2 ? stateTyped(name[1]) : -1;
        if (a < 0 || b < 0)
            return refused(tr("There is no amino-acid pair \"%1\"").arg(name),
                           tr("a pair is two of %1").arg(letters));
        const int tile = a * kStates + b;
        if (std::find(tiles.begin(), tiles.end(), tile) == tiles.end())
            tiles.push_back(tile);
    }
    if (tiles.empty())
        return refused(tr("No amino-acid pair is given"), tr("a pair is two of %1").arg(letters));
    if (int(tiles.size()) > most)
        return refused(tr("There are %1 amino-acid pairs").arg(tiles.size()),
                       tr("at most %1 have room").arg(most));
    return tiles;
}

QString acidPairsText(const std::vector<int> &tiles)
{
    QStringList names;
    for (const int tile : tiles)
        names << QString(QLatin1Char(letterOf(tile / kStates))) + QLatin1Char(letterOf(tile % kStates));
    return names.join(QStringLiteral(", "));
}

} // namespace WhiteBox
