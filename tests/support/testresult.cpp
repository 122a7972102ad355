// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testresult.h"

#include "tests/support/referencenet.h"

#include <cmath>
#include <random>

namespace WhiteBox::Test {

std::shared_ptr<JobResult> makeResult(int length, unsigned seed)
{
    auto result = std::make_shared<JobResult>();
    result->jobId = QStringLiteral("made-up-%1").arg(seed);
    result->query.name = QStringLiteral("made up");
    std::mt19937 random(seed);
    for (int i = 0; i < length; ++i)
        result->query.residues += letterOf(int(random() % 20));
    result->couplings = std::make_shared<const CouplingTensor>(randomCouplings(length, seed));
    auto predicted = std::make_shared<DistanceMap>(length);
    for (int c = 0; c < kDistanceChannels; ++c)
        for (int i = 0; i < length; ++i)
            for (int j = 0; j < length; ++j)
                predicted->at(c, i, j) = float(std::abs(i - j)) + 0.25F * float(c);
    predicted->at(3, length - 2, 2) = predicted->at(3, 2, length - 2) = 5;
    result->predicted = predicted;
    for (int i = 0; i < length; ++i)
        for (int j = 0; j < length; ++j)
            result->couplingScore.push_back(float(i + j) / float(length));
    std::vector<std::uint8_t> states;
    for (int n = 0; n < 30; ++n)
        for (int i = 0; i < length; ++i)
            states.push_back(n > 0 && random() % 4 == 0
                                 ? std::uint8_t(random() % kStates)
                                 : std::uint8_t(stateOf(result->query.residues[std::size_t(i)])));
    result->alignment = std::make_shared<const Alignment>(length, std::move(states));
    return result;
}

StructureMatch makeMatch(const JobResult &result)
{
    StructureMatch match;
    match.structure.name = QStringLiteral("1XYZ chain A");
    match.structure.residues = result.query.residues;
    for (int i = 0; i < result.length(); ++i) {
        const double x = i == 4 ? std::nan("") : 4.0 * i;
        match.structure.ca.push_back({x, 0, 0});
        match.structure.cb.push_back({x, 1, 0});
        match.structure.labels.push_back(QString::number(i + 100));
        match.structure.secondary.push_back(2 * i < result.length() ? SecondaryStructure::Helix
                                                                    : SecondaryStructure::Strand);
        match.residueOf.push_back(i);
    }
    match.identity = 1;
    match.aligned = result.length();
    return match;
}

} // namespace WhiteBox::Test
