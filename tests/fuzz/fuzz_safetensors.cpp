// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/safetensors.h"
#include "tests/fuzz/fuzzing.h"

using namespace WhiteBox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto file = SafeTensors::parse(Fuzz::bytesOf(data, size), QStringLiteral("in"));
    Fuzz::requireWords(file);
    if (!file.isOk())
        return 0;
    std::size_t bytes = 0;
    for (const auto &[name, tensor] : file.value().tensors) {
        std::int64_t count = 1;
        for (const auto extent : tensor.shape)
            count *= extent;
        Fuzz::require(tensor.values.size() == std::size_t(count));
        bytes += tensor.values.size() * sizeof(float);
    }
    Fuzz::require(bytes <= size);
    Fuzz::require(SafeTensors::parse(file.value().serialise(), QStringLiteral("again")).isOk());
    return 0;
}
