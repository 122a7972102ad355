// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mapcontent.h"

#include "widgets/matrixview.h"
#include "widgets/pairranking.h"

#include <QCoreApplication>

#include <algorithm>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MapContent)
};

} // namespace

void showProtein(MatrixView &map, const JobResult &result)
{
    std::vector<SecondaryStructure> secondary;
    if (result.structure) {
        const StructureMatch &match = *result.structure;
        for (const int k : match.residueOf)
            secondary.push_back(k >= 0 && k < int(match.structure.secondary.size())
                                    ? match.structure.secondary[std::size_t(k)]
                                    : SecondaryStructure::Coil);
    }
    map.setProtein(result.query.name, result.query.residues, std::move(secondary));
}

void showLayers(MatrixView &map, const JobResult &result, const ViewSettings &settings)
{
    map.setLayers(makeLayer(result, {settings.lower(), settings.channel()}),
                  makeLayer(result, {settings.upper(), settings.channel()}));
}

void showMarks(MatrixView &map, const JobResult &result, const ViewSettings &settings)
{
    const int divisor = settings.markedDivisor();
    const auto marks = topPairs(result, divisor, settings.minimumSeparation());
    const QString name = divisor > 1 ? Text::tr("top L/%1").arg(divisor) : Text::tr("top L");
    const auto right = std::count_if(marks.begin(), marks.end(), [](const TopPair &mark) {
        return mark.verdict == TopPair::Verdict::True;
    });
    const bool judged = !marks.empty() && marks.front().verdict != TopPair::Verdict::Unknown;
    map.setMarks(marks, marks.empty() ? QString()
                        : judged      ? Text::tr("%1: %2 of %3 right").arg(name).arg(right).arg(marks.size())
                                      : Text::tr("%1 marked").arg(name));
}

} // namespace WhiteBox
