// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tools/silence.h"

#include <QCoreApplication>

namespace WhiteBox {

QString silenceNote(qint64 silence, qint64 patience)
{
    if (silence < patience)
        return {};
    constexpr qint64 kMinute = 60 * 1000;
    return silence < kMinute
               ? QCoreApplication::translate("Silence", ", silent for %1 s").arg(silence / 1000)
               : QCoreApplication::translate("Silence", ", silent for %1 min").arg(silence / kMinute);
}

} // namespace WhiteBox
