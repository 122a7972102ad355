// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/jobinput.h"

#include "core/alignment/alignmentreader.h"
#include "core/coevolution/ccmpredfiles.h"
#include "core/pipeline/filekind.h"
#include "core/pipeline/inputcontent.h"
#include "core/sequence/inputfile.h"
#include "core/sequence/queryresidues.h"
#include "core/structure/chainmatch.h"
#include "core/structure/structurereader.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

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
    bool hasLostPartner = false; ///< what could not be read would have belonged to another file
};

Error invalid(ErrorKind kind, const QString &file, const QString &what, const QString &why,
              const QString &remedy)
{
    Error error = Error::io(file, what, why, remedy);
    error.kind = kind;
    return error;
}

/// What the text is, or what a person says that it is.
AlignmentFormat formatOf(const QByteArray &text, const FastaOptions &options)
{
    const AlignmentFormat format = recogniseAlignmentFormat(text);
    if (format != AlignmentFormat::Unknown || !options.asAlignment)
        return format;
    return text.trimmed().startsWith('>') ? AlignmentFormat::Fasta : AlignmentFormat::Aln;
}

/// A line that tells where a sequence is to be found was taken for the sequence.
Result<void> refuseReference(const QByteArray &text, const QString &name)
{
    constexpr qsizetype kLongest = 4096;
    const QByteArray line = text.size() > kLongest ? QByteArray() : text.trimmed();
    if (line.contains('\n'))
        return {};
    static const QRegularExpression address(QStringLiteral("^([a-z]+://|~?/)"));
    if (address.match(QString::fromUtf8(line)).hasMatch())
        return Error::parse(
            name, 1, JobInputs::tr("this is where a file lies, not what it holds"),
            JobInputs::tr("Open the file itself; download it first where it lies on the web."));
    // UniProt's accessions after its own pattern, and PDB's four characters with a chain.
    static const QRegularExpression entry(
        QStringLiteral("^([OPQ][0-9][A-Z0-9]{3}[0-9]|[A-NR-Z][0-9]([A-Z][A-Z0-9]{2}[0-9]){1,2}|"
                       "[1-9][A-Za-z0-9]{3}([_:.]?[A-Za-z0-9])?)$"));
    if (entry.match(QString::fromUtf8(line)).hasMatch())
        return Error::parse(name, 1,
                            JobInputs::tr("“%1” looks like the name of an entry of UniProt or the PDB")
                                .arg(QString::fromUtf8(line)),
                            JobInputs::tr("Download the entry's sequence as FASTA, and give that."));
    return {};
}

Result<void> addText(Pile &pile, const QByteArray &text, const QString &name, const FastaOptions &options)
{
    if (const AlignmentFormat format = formatOf(text, options); format != AlignmentFormat::Unknown) {
        Result<AlignmentFile> file = parseAlignment(text, name, {}, format);
        if (file.isOk()) {
            pile.alignments.push_back({text, name, std::move(file).value()});
            return {};
        }
        // Ragged records may be sequences, whose gaps a person wants removed.
        if (!options.removeGaps || !text.startsWith('>')) {
            pile.hasLostPartner = true;
            return file.error();
        }
    }
    if (text.startsWith("CLUSTAL") || text.startsWith("PileUp") || text.startsWith("!!"))
        return Error::parse(name, 1, JobInputs::tr("alignments in this format are not read"),
                            JobInputs::tr("Convert it to Stockholm, A3M or aligned FASTA."));
    if (Result<void> itself = refuseReference(text, name); !itself.isOk())
        return itself.error();
    Result<std::vector<FastaQuery>> queries = parseFasta(text, name, options);
    if (!queries.isOk())
        return queries.error();
    for (FastaQuery &query : queries.value())
        pile.sequences.push_back({std::move(query), name});
    return {};
}

Result<void> addCouplings(Pile &pile, const QString &name, Result<CouplingTensor> read)
{
    if (!read.isOk()) {
        pile.hasLostPartner = true;
        return read.error();
    }
    pile.couplings.push_back({name, std::make_shared<const CouplingTensor>(std::move(read).value())});
    return {};
}

Result<void> addChains(Pile &pile, const QString &name, Result<std::vector<Structure>> read)
{
    if (!read.isOk()) {
        pile.hasLostPartner = true;
        return read.error();
    }
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
    if (!describeBinary(head.value()).isEmpty()) // the rest need not be read, however much it unpacks to
        return cleanInputText(head.value(), path).error();
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
Result<AlignmentFile> withQuery(const Pile::ReadAlignment &read, const Sequence &query)
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
Result<JobInput> alignmentInput(Pile &pile, Pile::ReadAlignment &read, bool onlyPair, const StopToken &stop)
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
void leaveOutSequence(Pile &pile)
{
    pile.alignments[0].file.notices << JobInputs::tr(
                                           "The sequence “%1” is no row of the alignment and was left out.")
                                           .arg(pile.sequences[0].sequence.name);
    pile.sequences.clear();
}

/// refused: of the files beside those of the pile.
Result<LoadedInputs> assemble(Pile pile, std::vector<Error> refused, const FastaOptions &options,
                              const StopToken &stop)
{
    std::vector<JobInput> inputs;
    const bool onlyPair = pile.alignments.size() == 1 && pile.sequences.size() == 1 && pile.couplings.empty();
    if (onlyPair && options.ownQuery)
        leaveOutSequence(pile);
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
        input.doubt = doubtOf(query);
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
    if (Result<void> attached = attachStructures(inputs, pile, stop); !attached.isOk()) {
        if (inputs.size() == 1 || attached.error().isCancelled())
            return attached.error();
        refused.push_back(attached.error()); // the others need not wait for a truth of none of them
    }
    return LoadedInputs{std::move(inputs), std::move(refused)};
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
    Pile pile;
    std::vector<Error> refused;
    for (const QString &path : files) {
        if (stop.stop_requested())
            return Error::cancelled();
        const Result<void> added = addFile(pile, path, options);
        if (added.isOk())
            continue;
        refused.push_back(added.error());
        if (refused.back().file.isEmpty())
            refused.back().file = path;
    }
    const auto bad = qsizetype(refused.size());
    // Of two that belong together, one alone is not what was meant: a sequence would be searched with.
    const bool isPair = files.size() == 2 && bad == 1 && pile.hasLostPartner;
    if (isPair || (bad == 1 && files.size() == 1))
        return refused.front();
    if (bad > 0 && bad == files.size())
        return LoadedInputs{{}, std::move(refused)};
    Result<LoadedInputs> loaded = assemble(std::move(pile), refused, options, stop);
    if (!loaded.isOk()) {
        if (refused.empty() || loaded.error().isCancelled())
            return loaded;
        refused.push_back(loaded.error());
        return LoadedInputs{{}, std::move(refused)};
    }
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
    Pile pile;
    if (Result<void> added = addBytes(pile, text, origin, options); !added.isOk())
        return added.error();
    Result<LoadedInputs> loaded = assemble(std::move(pile), {}, options, stop);
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
