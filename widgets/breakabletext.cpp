// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/breakabletext.h"

namespace WhiteBox {

QString breakable(const QString &text)
{
    constexpr int kLongest = 60;
    QString broken;
    int run = 0;
    for (const QChar c : text) {
        run = c.isSpace() ? 0 : run + 1;
        broken += c;
        if (run % kLongest == 0 && run > 0 && !c.isHighSurrogate())
            broken += QChar(0x200B); // zero width
    }
    return broken;
}

} // namespace WhiteBox
