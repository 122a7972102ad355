// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/structure/chainmatch.h"
#include "core/structure/structurereader.h"
#include "tests/fuzz/fuzzing.h"

using namespace WhiteBox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto chains = parseStructureChains(Fuzz::bytesOf(data, size), QStringLiteral("in"));
    Fuzz::requireWords(chains);
    if (!chains.isOk())
        return 0;
    Fuzz::require(!chains.value().empty());
    for (const Structure &chain : chains.value()) {
        const std::size_t length = chain.residues.size();
        Fuzz::require(length > 0 && chain.ca.size() == length && chain.cb.size() == length &&
                      chain.labels.size() == length && chain.secondary.size() == length);
        for (std::size_t r = 0; r < length; ++r)
            for (std::size_t x = 0; x < 3; ++x)
                Fuzz::require(std::isfinite(chain.ca[r][x]) && std::isfinite(chain.cb[r][x]));
    }
    Fuzz::requireWords(bestMatch(chains.value(), "AGSTA"));
    return 0;
}
