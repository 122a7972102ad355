// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tools/jackhmmeroutput.h"
#include "tests/fuzz/toolrun.h"

using namespace WhiteBox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    JackhmmerOutput output;
    const ProcessOutcome outcome = Fuzz::toolRun(data, size, output);
    Fuzz::requireWords(judgeJackhmmer(outcome, output, QStringLiteral("none"), QStringLiteral("db")));
    return 0;
}
