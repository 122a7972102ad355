// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>

namespace WhiteBox::Test {

/// Every warning but two: the offscreen platform says at each window that it does not pass on size hints, and
/// that it raises none. To be given to QTest::failOnWarning() in init(), because QtTest forgets it after each
/// test function.
inline QRegularExpression anyWarning()
{
    return QRegularExpression(QStringLiteral("^(?!This plugin does not support (propagateSizeHints|raise))"));
}

} // namespace WhiteBox::Test
