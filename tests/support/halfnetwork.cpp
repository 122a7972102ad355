// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/halfnetwork.h"

#include "tests/support/referencenet.h"

namespace WhiteBox::Test {

Error brokenEngine()
{
    Error error;
    error.kind = ErrorKind::ToolFailed;
    error.what = QStringLiteral("The network failed");
    error.why = QStringLiteral("its engine takes no doubles");
    error.remedy = QStringLiteral("Save it in single precision.");
    return error;
}

Result<DistanceMap> HalfNetwork::forward(const InputStack &input, int, const StopToken &) const
{
    return DistanceMap(input.length());
}

Result<std::vector<float>> HalfNetwork::gradient(const InputStack &input,
                                                 const OutputQuestion &question) const
{
    if (question.channel == 0)
        return brokenEngine();
    return randomDense(input.length(), 5);
}

Result<std::vector<double>> HalfNetwork::outputsAlong(const InputStack &, std::span<const float>,
                                                      std::span<const double>, ResiduePair, int) const
{
    return brokenEngine();
}

Result<std::shared_ptr<const ForeignNetwork>> HalfNetwork::randomised(int, std::uint32_t) const
{
    return brokenEngine();
}

} // namespace WhiteBox::Test
