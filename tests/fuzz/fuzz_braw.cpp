// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/ccmpredfiles.h"
#include "tests/fuzz/fuzzing.h"

using namespace WhiteBox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Fuzz::requireSound(readBinaryCouplings({data, size}, QStringLiteral("in")));
    return 0;
}
