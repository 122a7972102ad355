// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/couplingarrays.h"
#include "tests/fuzz/fuzzing.h"

using namespace WhiteBox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto array = parseNpy(Fuzz::bytesOf(data, size), QStringLiteral("in"));
    Fuzz::requireWords(array);
    if (!array.isOk())
        return 0;
    Fuzz::require(array.value().toFloats().size() == std::size_t(array.value().count()));
    Fuzz::requireSound(couplingsFromArray(array.value(), QStringLiteral("in")));
    return 0;
}
