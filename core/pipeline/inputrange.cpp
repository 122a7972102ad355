// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/inputrange.h"

#include "core/alignment/alignmentfilters.h"
#include "core/coevolution/pottsmodel.h"

#include <QCoreApplication>

#include <algorithm>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(InputRange)
};

CouplingTensor couplingsOf(const CouplingTensor &whole, ResidueRange range)
{
    CouplingTensor part(range.length());
    for (int i = 0; i < range.length(); ++i)
        for (int j = i + 1; j < range.length(); ++j)
            std::ranges::copy(whole.stored(range.first + i, range.first + j), part.stored(i, j).begin());
    std::ranges::copy(
        whole.fields().subspan(std::size_t(range.first) * kStates, std::size_t(range.length()) * kStates),
        part.fields().begin());
    return part;
}

} // namespace

Result<ResidueRange> rangeToFit(const QString &text, int length)
{
    auto range = ResidueRange::parse(text, length);
    if (!range.isOk() || range.value().length() >= kFewestResidues)
        return range;
    Error error;
    error.kind = ErrorKind::InvalidInput;
    error.what = Text::tr("The range %1 is too short").arg(range.value().text());
    error.why = Text::tr("it has %1 residues, too few for couplings").arg(range.value().length());
    error.remedy = Text::tr("Give a range of at least %1 residues.").arg(kFewestResidues);
    return error;
}

Result<ResidueRange> rangeOf(const JobInput &input, const QString &text)
{
    auto range = input.kind == InputKind::Couplings ? ResidueRange::parse(text, input.query.length())
                                                    : rangeToFit(text, input.query.length());
    if (range.isOk())
        return range;
    Error error = range.error();
    error.why = Text::tr("%1 (query %2)").arg(error.why, input.query.name);
    error.file = input.file;
    return error;
}

JobInput inRange(JobInput input, ResidueRange range)
{
    Q_ASSERT(range.first >= 0 && range.first < range.last && range.last <= input.query.length());
    if (range.length() == input.query.length())
        return input;
    input.notices << Text::tr("Residues %1 of %2, which has %3. Numbers count from 1 within this range.")
                         .arg(range.text(), input.query.name)
                         .arg(input.query.length());
    input.query.name += QLatin1Char('/') + range.text();
    input.query.residues = input.query.residues.substr(std::size_t(range.first), std::size_t(range.length()));
    if (input.alignment)
        input.alignment = std::make_shared<const Alignment>(withColumns(*input.alignment, range));
    if (input.couplings)
        input.couplings = std::make_shared<const CouplingTensor>(couplingsOf(*input.couplings, range));
    return input;
}

int residuesThatFit(const JobInput &input, int rows, int threads)
{
    const int most = mostColumnsThatFit(input.alignment ? input.alignment->rows() : rows, threads);
    return most < kFewestResidues ? 0 : most;
}

Result<void> checkInputSize(const JobInput &input, int rows, int threads)
{
    if (input.kind == InputKind::Couplings)
        return {};
    return checkCouplingsMemory(input.alignment ? input.alignment->rows() : rows, input.query.length(),
                                threads);
}

} // namespace WhiteBox
