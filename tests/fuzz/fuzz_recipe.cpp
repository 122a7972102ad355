// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzzing.h"
#include "widgets/figurerecipe.h"

using namespace WhiteBox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Fuzz::ScratchFile file(data, size);
    Fuzz::requireWords(recipeOfFile(file.path()));
    const auto recipe = FigureRecipe::fromJson(Fuzz::bytesOf(data, size));
    Fuzz::requireWords(recipe);
    if (!recipe.isOk())
        return 0;
    const auto again = FigureRecipe::fromJson(recipe.value().toJson());
    Fuzz::require(again.isOk() && again.value() == recipe.value());
    return 0;
}
