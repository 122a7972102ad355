// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alignment/alignmentreader.h"
#include "core/sequence/inputfile.h"
#include "tests/fuzz/fuzzing.h"

using namespace WhiteBox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto text = cleanInputText(Fuzz::bytesOf(data, size), QStringLiteral("in"));
    Fuzz::requireWords(text);
    if (!text.isOk())
        return 0;
    Fuzz::requireSound(readFastaAlignment(text.value(), QStringLiteral("in")));
    const auto file = parseAlignment(text.value(), QStringLiteral("in"));
    Fuzz::requireWords(file);
    if (file.isOk())
        for (const std::uint8_t state : file.value().alignment.states())
            Fuzz::require(state < kStates);
    return 0;
}
