// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/jobinput.h"

#include "core/alignment/alignmentreader.h"
#include "core/coevolution/ccmpredfiles.h"
#include "core/pipeline/filekind.h"
#include "core/pipeline/inputcontent.h"
#include "core/sequence/inputfile.h"
#include "core/structure/chainmatch.h"
#include "core/structure/structurereader.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace WhiteBox {

namespace {

struct JobInputs
{
    Q_DECLARE_TR_FUNCTIONS(JobInputs)
};

/// Everything that came in together, read but not yet put together.
struct Pile
{
    struct ReadAlignment
    {
        QByteArray text;
        QString name;
        AlignmentFile file;
    };
    struct ReadCouplings
    {
        QString name;
        std::shared_ptr<const CouplingTensor> tensor;
    };

    struct ReadSequence : FastaQuery
    {
        QString name;
    };

    std::vector<ReadSequence> sequences;
    std::vector<ReadAlignment> alignments;
    std::vector<ReadCouplings> couplings;
    std::vector<Structure> chains;
    QStringList structureFiles;
};

Error invalid(ErrorKind kind, const QString &file, const QString &what, const QString &why,
              const QString &remedy)
{
    Error error = Error::io(file, what, why, remedy);
    error.kind = kind;
    return error;
}

Result<void> addText(Pile &pile, const QByteArray &text, const QString &name, const FastaOptions &options)
{
    if (recogniseAlignmentFormat(text) != AlignmentFormat::Unknown) {
        Result<AlignmentFile> file = parseAlignment(text, name);
        if (!file.isOk())
            return file.error();
        pile.alignments.push_back({text, name, std::move(file).value()});
        return {};
    }
    if (text.startsWith("CLUSTAL") || text.startsWith("PileUp") || text.startsWith("!!"))
        return Error::parse(name, 1, JobInputs::tr("alignments in this format are not read"),
                            JobInputs::tr("Convert it to Stockholm, A3M or aligned FASTA."));
    Result<std::vector<FastaQuery>> queries = parseFasta(text, name, options);
    if (!queries.isOk())
        return queries.error();
    for (FastaQuery &query : queries.value())
        pile.sequences.push_back({std::move(query), name});
    return {};
}

Result<void> addCouplings(Pile &pile, const QString &name, Result<CouplingTensor> read)
{
    if (!read.isOk())
        return read.error();
    pile.couplings.push_back({name, std::make_shared<const CouplingTensor>(std::move(read).value())});
    return {};
}

Result<void> addChains(Pile &pile, const QString &name, Result<std::vector<Structure>> read)
{
    if (!read.isOk())
        return read.error();
    for (Structure &chain : read.value())
        pile.chains.push_back(std::move(chain));
    pile.structureFiles << name;
    return {};
}

/// What can start no job at all.
Error noStart(InputContent content, const QByteArray &head, const QString &name)
{
    if (content == InputContent::Array || content == InputContent::Network) {
        const FileKind kind = fileKind(head, name);
        return invalid(ErrorKind::Unsupported, name, JobInputs::tr("This file starts no job"),
                       JobInputs::tr("it is neither sequence nor alignment but %1").arg(kind.name), kind.use);
    }
    if (content == InputContent::Database)
        return invalid(ErrorKind::Unsupported, name, JobInputs::tr("This looks like a database"),
                       JobInputs::tr("it holds thousands of sequences"),
                       JobInputs::tr("Set it as the database to search, and give the query alone."));
    return invalid(ErrorKind::Unsupported, name, JobInputs::tr("A matrix of scores cannot be explained"),
                   JobInputs::tr("the couplings behind it are needed"),
                   JobInputs::tr("Give ccmpred's couplings (its options -r or -b), or the alignment."));
}

Result<void> addBytes(Pile &pile, const QByteArray &bytes, const QString &name, const FastaOptions &options)
{
    switch (const InputContent content = recogniseContent(bytes)) {
    case InputContent::Structure:
        return addChains(pile, name, parseStructureChains(bytes, name));
    case InputContent::BinaryCouplings: {
        const auto *data = reinterpret_cast<const std::uint8_t *>(bytes.constData());
        return addCouplings(pile, name, readBinaryCouplings({data, std::size_t(bytes.size())}, name));
    }
    case InputContent::RawCouplings: {
        QBuffer buffer;
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        return addCouplings(pile, name, readRawCouplings(buffer, name));
    }
    case InputContent::ScoreMatrix:
    case InputContent::Database:
    case InputContent::Array:
    case InputContent::Network:
        return noStart(content, bytes, name);
    case InputContent::Text:
        break;
    }
    const Result<QByteArray> text = cleanInputText(bytes, name);
    return text.isOk() ? addText(pile, text.value(), name, options) : text.error();
}

Result<void> addFile(Pile &pile, const QString &path, const FastaOptions &options)
{
    const Result<QByteArray> head = loadInputHead(path, kContentHead);
    if (!head.isOk())
        return head.error();
    switch (const InputContent content = recogniseContent(head.value())) {
    case InputContent::Structure:
        return addChains(pile, path, readStructureChains(path));
    case InputContent::BinaryCouplings:
    case InputContent::RawCouplings:
        return addCouplings(pile, path, loadCouplings(path));
    case InputContent::ScoreMatrix:
    case InputContent::Database:
    case InputContent::Array:
    case InputContent::Network:
        return noStart(content, head.value(), path);
    case InputContent::Text:
        break;
    }
    const Result<QByteArray> text = loadInputText(path);
    return text.isOk() ? addText(pile, text.value(), path, options) : text.error();
}

/// Takes the first sequence that fits out of the pile.
template <class Fits>
std::optional<FastaQuery> takeSequence(Pile &pile, Fits &&fits)
{
    const auto found = std::find_if(pile.sequences.begin(), pile.sequences.end(), fits);
    if (found == pile.sequences.end())
        return {};
    FastaQuery query = std::move(*found);
    pile.sequences.erase(found);
    return query;
}

std::vector<std::string> residuesOf(const std::vector<Pile::ReadSequence> &queries)
{
    std::vector<std::string> residues;
    residues.reserve(queries.size());
    for (const Pile::ReadSequence &query : queries)
        residues.push_back(query.sequence.residues);
    return residues;
}

/// The alignment with the dropped sequence that is one of its rows as its query, if there is one.
Result<JobInput> alignmentInput(Pile &pile, Pile::ReadAlignment &read, bool onlyPair, const StopToken &stop)
{
    std::optional<FastaQuery> named = takeSequence(
        pile, [&](const FastaQuery &q) { return q.sequence.residues == read.file.query.residues; });
    if (!named && !pile.sequences.empty()) {
        const Result<std::optional<std::size_t>> row =
            firstAmongRows(read.text, read.name, residuesOf(pile.sequences), stop);
        if (!row.isOk())
            return row.error();
        if (row.value() || onlyPair) {
            const FastaQuery query = pile.sequences[row.value().value_or(0)];
            Result<AlignmentFile> moved = parseAlignment(read.text, read.name, query.sequence);
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

Result<JobInput> couplingsInput(Pile &pile, const Pile::ReadCouplings &read, std::vector<JobInput> &inputs)
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

void attach(JobInput &input, StructureMatch match)
{
    if (const QString notice = matchNotice(match); !notice.isEmpty())
        input.notices << notice;
    if (const QString notice = missingCbNotice(match); !notice.isEmpty())
        input.notices << notice;
    input.structure = std::move(match.structure);
}

/// Each input gets the chain that fits it; a structure that fits none was given by mistake.
Result<void> attachStructures(std::vector<JobInput> &inputs, const Pile &pile, const StopToken &stop)
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
            attach(input, std::move(match).value());
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

Result<std::vector<JobInput>> assemble(Pile pile, const StopToken &stop)
{
    std::vector<JobInput> inputs;
    const bool onlyPair = pile.alignments.size() == 1 && pile.sequences.size() == 1 && pile.couplings.empty();
    for (Pile::ReadAlignment &read : pile.alignments) {
        Result<JobInput> input = alignmentInput(pile, read, onlyPair, stop);
        if (!input.isOk())
            return input.error();
        inputs.push_back(std::move(input).value());
    }
    for (const Pile::ReadCouplings &read : pile.couplings) {
        Result<JobInput> input = couplingsInput(pile, read, inputs);
        if (!input.isOk())
            return input.error();
        inputs.push_back(std::move(input).value());
    }
    for (Pile::ReadSequence &query : pile.sequences) {
        JobInput input;
        input.file = query.name;
        input.query = std::move(query.sequence);
        input.notices = std::move(query.notices);
        inputs.push_back(std::move(input));
    }
    if (inputs.empty())
        return invalid(
            ErrorKind::InvalidInput, pile.structureFiles.value(0),
            JobInputs::tr("There is nothing to predict"),
            pile.structureFiles.isEmpty() ? JobInputs::tr("no file was given")
                                          : JobInputs::tr("a structure alone starts no job"),
            JobInputs::tr("Give a sequence, an alignment or couplings, and the structure together with it."));
    if (Result<void> attached = attachStructures(inputs, pile, stop); !attached.isOk())
        return attached.error();
    return inputs;
}

} // namespace

Result<std::vector<JobInput>> loadJobInputs(const QStringList &paths, const FastaOptions &options,
                                            const StopToken &stop)
{
    Pile pile;
    QStringList seen;
    for (const QString &path : paths) {
        const QString canonical = QFileInfo(path).canonicalFilePath();
        if (!canonical.isEmpty() && seen.contains(canonical))
            continue;
        seen << canonical;
        if (stop.stop_requested())
            return Error::cancelled();
        if (Result<void> added = addFile(pile, path, options); !added.isOk())
            return added.error();
    }
    return assemble(std::move(pile), stop);
}

Result<std::vector<JobInput>> parseJobInputs(const QByteArray &text, const QString &origin,
                                             const FastaOptions &options, const StopToken &stop)
{
    Pile pile;
    if (Result<void> added = addBytes(pile, text, origin, options); !added.isOk())
        return added.error();
    return assemble(std::move(pile), stop);
}

Result<void> addStructure(JobInput &input, const QString &path)
{
    auto match = readMatchingChain(path, input.query.residues);
    if (!match.isOk())
        return match.error();
    attach(input, std::move(match).value());
    return {};
}

} // namespace WhiteBox
