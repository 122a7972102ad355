// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/ccmpredfiles.h"
#include "tests/fuzz/fuzzing.h"

#include <QBuffer>

using namespace WhiteBox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    QByteArray bytes = Fuzz::bytesOf(data, size);
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    Fuzz::requireSound(readRawCouplings(buffer, QStringLiteral("in")));
    return 0;
}
