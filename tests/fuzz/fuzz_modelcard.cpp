// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/modelcard.h"
#include "tests/fuzz/fuzzing.h"

using namespace WhiteBox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto card = ModelCard::parse(Fuzz::bytesOf(data, size), QStringLiteral("in"));
    Fuzz::requireWords(card);
    if (!card.isOk())
        return 0;
    const ModelCard &c = card.value();
    Fuzz::require(!c.name.isEmpty() && !c.channels.isEmpty() && c.weightsSha256.size() == 64);
    Fuzz::require(std::isfinite(c.clampAngstrom) && c.clampAngstrom >= 0 && c.receptiveField >= 0);
    for (const float centre : c.meaning.binCentres)
        Fuzz::require(std::isfinite(centre) && centre >= 0);
    for (const float mean : c.meanDistanceBySeparation)
        Fuzz::require(std::isfinite(mean));
    if (c.inputRange)
        Fuzz::require(std::isfinite(c.inputRange->least) && std::isfinite(c.inputRange->most));
    return 0;
}
