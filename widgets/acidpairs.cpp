// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/acidpairs.h"

#include "core/sequence/acidpair.h"
#include "core/sequence/aminoacid.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AcidPairs)
};

Error refused(const QString &what, const QString &why)
{
    return {ErrorKind::InvalidInput, what, why, Text::tr("Give pairs such as AR, DK.")};
}

} // namespace

Result<std::vector<int>> parseAcidPairs(const QString &text, int most)
{
    std::vector<int> tiles;
    static const QRegularExpression kBetween(QStringLiteral("[,;\\s]+"));
    for (const QString &name : text.split(kBetween, Qt::SkipEmptyParts)) {
        const Result<int> tile = parseAcidPair(name);
        if (!tile.isOk())
            return tile.error();
        if (std::find(tiles.begin(), tiles.end(), tile.value()) == tiles.end())
            tiles.push_back(tile.value());
    }
    if (tiles.empty())
        return refused(Text::tr("No amino-acid pair is given"), parseAcidPair({}).error().why);
    if (int(tiles.size()) > most)
        return refused(Text::tr("There are %1 amino-acid pairs").arg(tiles.size()),
                       Text::tr("at most %1 have room").arg(most));
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
