// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/jobinput.h"

#include "core/alignment/alignmentreader.h"
#include "core/pipeline/inputpile.h"
#include "core/sequence/queryresidues.h"
#include "core/structure/chainmatch.h"
#include "core/structure/structurereader.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace WhiteBox {

namespace {

struct JobInputs
{
    Q_DECLARE_TR_FUNCTIONS(JobInputs)
};

Error invalid(ErrorKind kind, const QString &file, const QString &what, const QString &why,
              const QString &remedy)
{
    Error error = Error::io(file, what, why, remedy);
    error.kind = kind;
    return error;
}

/// Takes the first sequence that fits out of the pile.
template <class Fits>
std::optional<FastaQuery> takeSequence(InputPile &pile, Fits &&fits)
{
    const auto found = std::find_if(pile.sequences.begin(), pile.sequences.end(), fits);
    if (found == pile.sequences.end())
        return {};
    FastaQuery query = std::move(*found);
    pile.sequences.erase(found);
    return query;
}

std::vector<std::string> residuesOf(const std::vector<InputPile::ReadSequence> &queries)
{
    std::vector<std::string> residues;
    residues.reserve(queries.size());
    for (const InputPile::ReadSequence &query : queries)
        residues.push_back(query.sequence.residues);
    return residues;
}

QString doubtOf(const FastaQuery &query)
{
    return query.looksLikeDna || query.lowComplexity ? query.notices.last() : QString();
}

/// How the sequence differs from the row that it was meant to be, most likely the first; empty where they
/// have nothing in common.
QString comparison(const Sequence &query, const Sequence &firstRow)
{
    Structure row;
    row.residues = firstRow.residues;
    const auto match = matchStructure(row, query.residues);
    if (!match.isOk())
        return {};
    return JobInputs::tr("with the first row, “%1”, it shares %2 of %3 aligned residues; %4 of its own are "
                         "not there")
        .arg(firstRow.name)
        .arg(match.value().aligned - match.value().mismatches)
        .arg(match.value().aligned)
        .arg(query.length() - match.value().aligned);
}

/// The alignment parsed again, with the sequence as its query. A lone sequence that is none of its rows is
/// told apart from the first row.
Result<AlignmentFile> withQuery(const InputPile::ReadAlignment &read, const Sequence &query)
{
    Result<AlignmentFile> moved = parseAlignment(read.text, read.name, query, read.file.format);
    if (moved.isOk() || moved.error().kind != ErrorKind::Mismatch)
        return moved;
    Error error = moved.error();
    if (const QString differs = comparison(query, read.file.query); !differs.isEmpty())
        error.why += QStringLiteral("; ") + differs;
    return error;
}

/// The alignment with the dropped sequence that is one of its rows as its query, if there is one. onlyPair:
/// the sequence was meant to be one; else other sequences may be there for themselves.
Result<JobInput> alignmentInput(InputPile &pile, InputPile::ReadAlignment &read, bool onlyPair,
                                const StopToken &stop)
{
    std::optional<FastaQuery> named = takeSequence(
        pile, [&](const FastaQuery &q) { return q.sequence.residues == read.file.query.residues; });
    if (!named && !pile.sequences.empty()) {
        const Result<std::optional<std::size_t>> row =
            firstAmongRows(read.text, read.name, residuesOf(pile.sequences), read.file.format, stop);
        if (!row.isOk())
            return row.error();
        if (row.value() || onlyPair) {
            const FastaQuery query = pile.sequences[row.value().value_or(0)];
            Result<AlignmentFile> moved = withQuery(read, query.sequence);
            if (!moved.isOk())
                return moved.error();
            read.file = std::move(moved).value();
            named = query;
            pile.sequences.erase(pile.sequences.begin() + std::ptrdiff_t(row.value().value_or(0)));
        }
    }
    JobInput input;
    input.kind = InputKind::Alignment;
    input.file = read.name;
    input.query = named ? named->sequence : read.file.query;
    input.notices = read.file.notices;
    if (input.notices.contains(nucleotideNotice()))
        input.doubt = nucleotideNotice();
    input.alignment = std::make_shared<const Alignment>(std::move(read.file.alignment));
    return input;
}

Error lengthMismatch(const QString &file, int couplings, int found, const QString &other)
{
    return invalid(
        ErrorKind::Mismatch, file, JobInputs::tr("The files do not belong together"),
        JobInputs::tr("the couplings are of %1 residues, %2 has %3").arg(couplings).arg(other).arg(found),
        JobInputs::tr("Give the sequence or the alignment that the couplings were inferred from."));
}

Result<JobInput> couplingsInput(InputPile &pile, const InputPile::ReadCouplings &read,
                                std::vector<JobInput> &inputs)
{
    const int length = read.tensor->length();
    JobInput input;
    input.kind = InputKind::Couplings;
    input.file = read.name;
    input.couplings = read.tensor;
    // An alignment that came along is the one they were inferred from: both make one input.
    const auto whole = std::find_if(inputs.begin(), inputs.end(), [&](const JobInput &other) {
        return other.kind == InputKind::Alignment && other.query.length() == length;
    });
    if (whole != inputs.end()) {
        input.query = whole->query;
        input.alignment = whole->alignment;
        input.notices = whole->notices;
        inputs.erase(whole);
        return input;
    }
    if (auto query = takeSequence(pile, [&](const FastaQuery &q) { return q.sequence.length() == length; })) {
        input.query = query->sequence;
        input.notices = query->notices;
        return input;
    }
    if (pile.sequences.size() == 1)
        return lengthMismatch(read.name, length, pile.sequences[0].sequence.length(),
                              pile.sequences[0].sequence.name);
    if (pile.couplings.size() == 1 && inputs.size() == 1)
        return lengthMismatch(read.name, length, inputs[0].query.length(), inputs[0].query.name);
    input.query.name =
        QFileInfo(read.name).completeBaseName().simplified().replace(QLatin1Char(' '), QLatin1Char('_'));
    input.query.residues = std::string(std::size_t(length), 'X');
    return input;
}

bool isNameless(const JobInput &input)
{
    return input.query.residues.find_first_not_of('X') == std::string::npos;
}

/// Couplings carry no sequence. A chain of exactly their length gives it; otherwise it stays unknown.
void nameUnknownQuery(JobInput &input, const std::vector<Structure> &chains)
{
    if (!isNameless(input))
        return;
    const auto chain = std::find_if(chains.begin(), chains.end(),
                                    [&](const Structure &c) { return c.length() == input.query.length(); });
    if (chain == chains.end()) {
        input.notices << JobInputs::tr(
            "Couplings carry no sequence: residues are unknown (X). Give the FASTA file too.");
        return;
    }
    input.query.residues = chain->residues;
    input.notices << JobInputs::tr(
                         "The sequence was taken from %1, which has as many residues as the couplings.")
                         .arg(chain->name);
}

void attach(JobInput &input, StructureMatch match, std::size_t chains)
{
    if (const QString notice = matchNotice(match, chains); !notice.isEmpty())
        input.notices << notice;
    input.notices << match.structure.notices;
    if (const QString notice = missingCbNotice(match); !notice.isEmpty())
        input.notices << notice;
    input.structure = std::move(match.structure);
}

/// Each input gets the chain that fits it; a structure that fits none was given by mistake.
Result<void> attachStructures(std::vector<JobInput> &inputs, const InputPile &pile, const StopToken &stop)
{
    bool used = pile.chains.empty();
    std::optional<Error> mismatch;
    for (JobInput &input : inputs) {
        nameUnknownQuery(input, pile.chains);
        if (pile.chains.empty() || isNameless(input))
            continue;
        if (stop.stop_requested())
            return Error::cancelled();
        Result<StructureMatch> match = bestMatch(pile.chains, input.query.residues);
        if (match.isOk()) {
            attach(input, std::move(match).value(), pile.chains.size());
            used = true;
        } else if (!mismatch || match.error().kind == ErrorKind::Resources) {
            mismatch = match.error();
        }
    }
    if (used)
        return {};
    if (mismatch) {
        mismatch->file = pile.structureFiles.value(0);
        return *mismatch;
    }
    return invalid(ErrorKind::Mismatch, pile.structureFiles.value(0),
                   JobInputs::tr("The structure does not belong to the sequence"),
                   JobInputs::tr("the sequence is not known: couplings carry none"),
                   JobInputs::tr("Give the FASTA file too."));
}

/// Of an alignment and one sequence, which a person says to be none of its rows.
void leaveOutSequence(InputPile &pile)
{
    pile.alignments[0].file.notices << JobInputs::tr(
                                           "The sequence “%1” is no row of the alignment and was left out.")
                                           .arg(pile.sequences[0].sequence.name);
    pile.sequences.clear();
}

/// Whether the one file that is left was given with another that would have completed it. Predicted without,
/// it would not be what was meant: a sequence would be searched with. Two of one kind are no pair.
bool isHalfAPair(const InputPile &pile, const std::vector<JobInput> &inputs)
{
    const auto isOfFirstFile = [&](const JobInput &input) { return input.file == inputs[0].file; };
    return !inputs.empty() && std::ranges::all_of(inputs, isOfFirstFile) &&
           std::ranges::any_of(pile.lost, [&pile](InputPart part) {
               return part == InputPart::Any || (part != InputPart::Nothing && !pile.found.contains(part));
           });
}

Error halfAlone(const QString &file)
{
    return invalid(ErrorKind::InvalidInput, file, JobInputs::tr("This file is not taken alone"),
                   JobInputs::tr("one of those that cannot be used may belong to it"),
                   JobInputs::tr("Give it by itself if it is meant so."));
}

Error nothingToPredict(const QString &structureFile)
{
    return invalid(
        ErrorKind::InvalidInput, structureFile, JobInputs::tr("There is nothing to predict"),
        structureFile.isEmpty() ? JobInputs::tr("no file was given")
                                : JobInputs::tr("a structure alone starts no job"),
        JobInputs::tr("Give a sequence, an alignment or couplings, and the structure together with it."));
}

/// Takes what was put together; what does not fit is refused, and the others need not wait for it. Fails:
/// Cancelled.
Result<void> take(InputPile &pile, std::vector<JobInput> &inputs, Result<JobInput> made)
{
    if (made.isOk())
        inputs.push_back(std::move(made).value());
    else if (made.error().isCancelled())
        return made.error();
    else
        pile.refuse(InputPart::Any, made.error());
    return {};
}

/// Whether a sequence and an alignment were given, and nothing else that could belong to one of them.
bool isOnlyPair(const InputPile &pile)
{
    const auto isLost = [&pile](InputPart part) { return pile.lost.contains(part); };
    return pile.alignments.size() == 1 && pile.sequences.size() == 1 && pile.couplings.empty() &&
           !isLost(InputPart::Sequence) && !isLost(InputPart::Alignment) && !isLost(InputPart::Couplings);
}

/// What can be predicted out of the pile, but for its structures; what does not fit is refused there. Fails:
/// Cancelled.
Result<std::vector<JobInput>> inputsOf(InputPile &pile, const FastaOptions &options, const StopToken &stop)
{
    std::vector<JobInput> inputs;
    const bool onlyPair = isOnlyPair(pile);
    if (onlyPair && options.ownQuery)
        leaveOutSequence(pile);
    for (InputPile::ReadAlignment &read : pile.alignments)
        if (Result<void> taken = take(pile, inputs, alignmentInput(pile, read, onlyPair, stop));
            !taken.isOk())
            return taken.error();
    for (const InputPile::ReadCouplings &read : pile.couplings)
        if (Result<void> taken = take(pile, inputs, couplingsInput(pile, read, inputs)); !taken.isOk())
            return taken.error();
    for (InputPile::ReadSequence &query : pile.sequences) {
        JobInput input;
        input.file = query.name;
        input.doubt = doubtOf(query);
        input.query = std::move(query.sequence);
        input.notices = std::move(query.notices);
        inputs.push_back(std::move(input));
    }
    return inputs;
}

Result<LoadedInputs> assemble(InputPile pile, const FastaOptions &options, const StopToken &stop)
{
    Result<std::vector<JobInput>> made = inputsOf(pile, options, stop);
    if (!made.isOk())
        return made.error();
    std::vector<JobInput> inputs = std::move(made).value();
    if (inputs.empty() && (pile.refused.empty() || !pile.structureFiles.isEmpty()))
        pile.refuse(InputPart::Nothing, nothingToPredict(pile.structureFiles.value(0)));
    if (!inputs.empty() && !isHalfAPair(pile, inputs))
        if (Result<void> attached = attachStructures(inputs, pile, stop); !attached.isOk()) {
            if (attached.error().isCancelled())
                return attached.error();
            pile.refuse(InputPart::Any, attached.error());
        }
    if (isHalfAPair(pile, inputs)) {
        if (pile.refused.size() > 1)
            pile.refused.push_back(halfAlone(inputs[0].file));
        inputs.clear();
    }
    if (inputs.empty() && pile.refused.size() == 1)
        return pile.refused.front();
    return LoadedInputs{std::move(inputs), std::move(pile.refused)};
}

/// Each file once, however it is named.
QStringList distinctFiles(const QStringList &paths)
{
    QStringList distinct;
    QStringList seen;
    for (const QString &path : paths) {
        const QString canonical = QFileInfo(path).canonicalFilePath();
        if (!canonical.isEmpty() && seen.contains(canonical))
            continue;
        seen << canonical;
        distinct << path;
    }
    return distinct;
}

} // namespace

Result<LoadedInputs> loadUsableInputs(const QStringList &paths, const FastaOptions &options,
                                      const StopToken &stop)
{
    const QStringList files = distinctFiles(paths);
    InputPile pile;
    for (const QString &path : files) {
        if (stop.stop_requested())
            return Error::cancelled();
        addFile(pile, path, options);
    }
    Result<LoadedInputs> loaded = assemble(std::move(pile), options, stop);
    if (!loaded.isOk())
        return loaded;
    loaded.value().files = int(files.size());
    std::ranges::stable_sort(loaded.value().inputs, {},
                             [&files](const JobInput &input) { return files.indexOf(input.file); });
    return loaded;
}

Result<std::vector<JobInput>> loadJobInputs(const QStringList &paths, const FastaOptions &options,
                                            const StopToken &stop)
{
    Result<LoadedInputs> loaded = loadUsableInputs(paths, options, stop);
    if (!loaded.isOk())
        return loaded.error();
    if (!loaded.value().refused.empty())
        return loaded.value().refused.front();
    return std::move(loaded.value().inputs);
}

Result<std::vector<JobInput>> parseJobInputs(const QByteArray &text, const QString &origin,
                                             const FastaOptions &options, const StopToken &stop)
{
    InputPile pile;
    addBytes(pile, text, origin, options);
    Result<LoadedInputs> loaded = assemble(std::move(pile), options, stop);
    if (!loaded.isOk())
        return loaded.error();
    return std::move(loaded.value().inputs);
}

QStringList noticesOf(const std::vector<JobInput> &inputs)
{
    QStringList lines;
    for (const JobInput &input : inputs)
        for (const QString &notice : input.notices)
            lines << (inputs.size() == 1 ? notice : input.query.name + QStringLiteral(": ") + notice);
    return lines;
}

Result<void> addStructure(JobInput &input, const QString &path)
{
    auto match = readMatchingChain(path, input.query.residues);
    if (!match.isOk())
        return match.error();
    attach(input, std::move(match).value(), 1);
    return {};
}

} // namespace WhiteBox
