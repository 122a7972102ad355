// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tools/ccmpredoutput.h"
#include "tests/fuzz/toolrun.h"

using namespace WhiteBox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    CcmpredOutput output;
    const ProcessOutcome outcome = Fuzz::toolRun(data, size, output);
    Fuzz::requireWords(judgeCcmpred(outcome, output, QStringLiteral("none")));
    return 0;
}
