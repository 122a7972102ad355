// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sequence/fastareader.h"
#include "core/sequence/inputfile.h"
#include "tests/fuzz/fuzzing.h"

#include <cstring>

using namespace WhiteBox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto text = cleanInputText(Fuzz::bytesOf(data, size), QStringLiteral("in"));
    Fuzz::requireWords(text);
    if (!text.isOk())
        return 0;
    (void)fastaQuestion(text.value());
    for (const FastaOptions &options : {FastaOptions{}, FastaOptions{true, true, 1}}) {
        const auto queries = parseFasta(text.value(), QStringLiteral("in"), options);
        Fuzz::requireWords(queries);
        if (!queries.isOk())
            continue;
        Fuzz::require(!queries.value().empty());
        for (const FastaQuery &query : queries.value())
            for (const char c : query.sequence.residues)
                Fuzz::require(std::strchr("ACDEFGHIKLMNPQRSTVWYX", c) && c != '\0');
    }
    return 0;
}
