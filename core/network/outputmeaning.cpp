// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/outputmeaning.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace WhiteBox {

namespace {

constexpr int kMostBins = 1000;

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OutputMeaning)
};

/// Adds what one part says; false where it is not understood.
bool addPart(const QString &part, std::vector<float> &centres)
{
    const QStringList numbers = part.trimmed().split(u':');
    if (numbers.size() != 1 && numbers.size() != 3)
        return false;
    bool ok[3] = {true, true, true};
    const double first = numbers[0].toDouble(&ok[0]);
    const double step = numbers.size() == 3 ? numbers[1].toDouble(&ok[1]) : 0;
    const int count = numbers.size() == 3 ? numbers[2].toInt(&ok[2]) : 1;
    const double last = first + step * (count - 1);
    if (!ok[0] || !ok[1] || !ok[2] || count < 1 || count > kMostBins || !(first >= 0) || !(last >= 0) ||
        !std::isfinite(first) || !std::isfinite(last))
        return false;
    for (int n = 0; n < count; ++n)
        centres.push_back(float(first + step * n));
    return true;
}

} // namespace

Result<std::vector<float>> parseBins(const QString &text)
{
    std::vector<float> centres;
    for (const QString &part : text.split(u','))
        if (!addPart(part, centres))
            return Error{
                ErrorKind::InvalidInput, Text::tr("The bins are not understood"),
                Text::tr("\"%1\" is no distance and no run of them").arg(part.left(80)),
                Text::tr(
                    "Give the bins' centres in Å, numbers or FIRST:STEP:COUNT, such as 22,2.25:0.5:36.")};
    if (centres.size() < 2 || centres.size() > kMostBins)
        return Error{ErrorKind::InvalidInput, Text::tr("The bins are not understood"),
                     Text::tr("there are %1, expected 2 to %2").arg(centres.size()).arg(kMostBins),
                     Text::tr("Leave them out where the network gives distances.")};
    return centres;
}

} // namespace WhiteBox
