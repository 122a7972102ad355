// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/matrixlayer.h"

#include "widgets/colorbar.h"

#include <QCoreApplication>

#include <cmath>

namespace WhiteBox {

QString MatrixLayer::valueText(int i, int j) const
{
    const float value = at(i, j);
    if (std::isnan(value))
        return QCoreApplication::translate("MatrixLayer", "unknown");
    if (scale.kind() == ColorScale::Kind::Magnitude)
        return shortNumber(double(value));
    const QString number = QString::number(double(value), 'f', 1).replace(QLatin1Char('-'), QChar(0x2212));
    return QStringLiteral("%1 %2").arg(number, scale.unit());
}

} // namespace WhiteBox
