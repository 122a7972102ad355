// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/inputpile.h"

#include "core/coevolution/ccmpredfiles.h"
#include "core/pipeline/filekind.h"
#include "core/pipeline/inputcontent.h"
#include "core/sequence/inputfile.h"
#include "core/structure/structurereader.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QRegularExpression>

namespace WhiteBox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(InputPile)
};

Error unsupported(const QString &file, const QString &what, const QString &why, const QString &remedy)
{
    return {ErrorKind::Unsupported, what, why, remedy, file};
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
        return Error::parse(name, 1, Text::tr("this is where a file lies, not what it holds"),
                            Text::tr("Open the file itself; download it first where it lies on the web."));
    // UniProt's accessions after its own pattern, and PDB's four characters with a chain.
    static const QRegularExpression entry(
        QStringLiteral("^([OPQ][0-9][A-Z0-9]{3}[0-9]|[A-NR-Z][0-9]([A-Z][A-Z0-9]{2}[0-9]){1,2}|"
                       "[1-9][A-Za-z0-9]{3}([_:.]?[A-Za-z0-9])?)$"));
    if (entry.match(QString::fromUtf8(line)).hasMatch())
        return Error::parse(name, 1,
                            Text::tr("“%1” looks like the name of an entry of UniProt or the PDB")
                                .arg(QString::fromUtf8(line)),
                            Text::tr("Download the entry's sequence as FASTA, and give that."));
    return {};
}

/// Alignments of these programs are recognised, to be named.
bool isForeignAlignment(const QByteArray &text)
{
    return text.startsWith("CLUSTAL") || text.startsWith("PileUp") || text.startsWith("!!");
}

void addQueries(InputPile &pile, const QByteArray &text, const QString &name, const FastaOptions &options)
{
    Result<void> itself = refuseReference(text, name);
    if (!itself.isOk())
        return pile.refuse(InputPart::Any, itself.error());
    Result<std::vector<FastaQuery>> queries = parseFasta(text, name, options);
    if (!queries.isOk())
        return pile.refuse(InputPart::Sequence, queries.error());
    for (FastaQuery &query : queries.value())
        pile.sequences.push_back({std::move(query), name});
    pile.found.insert(InputPart::Sequence);
}

void addText(InputPile &pile, const QByteArray &text, const QString &name, const FastaOptions &options)
{
    if (const AlignmentFormat format = formatOf(text, options); format != AlignmentFormat::Unknown) {
        Result<AlignmentFile> file = parseAlignment(text, name, {}, format);
        if (file.isOk()) {
            pile.alignments.push_back({text, name, std::move(file).value()});
            pile.found.insert(InputPart::Alignment);
            return;
        }
        // Ragged records may be sequences, whose gaps a person wants removed.
        if (!options.removeGaps || !text.startsWith('>'))
            return pile.refuse(InputPart::Alignment, file.error());
    }
    if (isForeignAlignment(text))
        return pile.refuse(InputPart::Alignment,
                           Error::parse(name, 1, Text::tr("alignments in this format are not read"),
                                        Text::tr("Convert it to Stockholm, A3M or aligned FASTA.")));
    addQueries(pile, text, name, options);
}

void addCouplings(InputPile &pile, const QString &name, Result<CouplingTensor> read)
{
    if (!read.isOk())
        return pile.refuse(InputPart::Couplings, read.error());
    pile.couplings.push_back({name, std::make_shared<const CouplingTensor>(std::move(read).value())});
    pile.found.insert(InputPart::Couplings);
}

void addChains(InputPile &pile, const QString &name, Result<std::vector<Structure>> read)
{
    if (!read.isOk())
        return pile.refuse(InputPart::Structure, read.error());
    for (Structure &chain : read.value())
        pile.chains.push_back(std::move(chain));
    pile.structureFiles << name;
    pile.found.insert(InputPart::Structure);
}

/// What can start no job at all. A matrix of scores was meant as the couplings behind it.
void refuseNoStart(InputPile &pile, InputContent content, const QByteArray &head, const QString &name)
{
    if (content == InputContent::Array || content == InputContent::Network) {
        const FileKind kind = fileKind(head, name);
        return pile.refuse(InputPart::Nothing,
                           unsupported(name, Text::tr("This file starts no job"),
                                       Text::tr("it is neither sequence nor alignment but %1").arg(kind.name),
                                       kind.use));
    }
    if (content == InputContent::Database)
        return pile.refuse(
            InputPart::Nothing,
            unsupported(name, Text::tr("This looks like a database"),
                        Text::tr("it holds thousands of sequences"),
                        Text::tr("Set it as the database to search, and give the query alone.")));
    pile.refuse(InputPart::Couplings,
                unsupported(name, Text::tr("A matrix of scores cannot be explained"),
                            Text::tr("the couplings behind it are needed"),
                            Text::tr("Give ccmpred's couplings (its options -r or -b), or the alignment.")));
}

void readFile(InputPile &pile, const QString &path, const FastaOptions &options)
{
    const Result<QByteArray> head = loadInputHead(path, kContentHead);
    if (!head.isOk())
        return pile.refuse(InputPart::Any, head.error());
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
        return refuseNoStart(pile, content, head.value(), path);
    case InputContent::Text:
        break;
    }
    if (!describeBinary(head.value()).isEmpty()) // the rest need not be read, however much it unpacks to
        return pile.refuse(InputPart::Nothing, cleanInputText(head.value(), path).error());
    const Result<QByteArray> text = loadInputText(path);
    if (!text.isOk())
        return pile.refuse(InputPart::Any, text.error());
    addText(pile, text.value(), path, options);
}

} // namespace

void addBytes(InputPile &pile, const QByteArray &bytes, const QString &name, const FastaOptions &options)
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
        return refuseNoStart(pile, content, bytes, name);
    case InputContent::Text:
        break;
    }
    const Result<QByteArray> text = cleanInputText(bytes, name);
    if (!text.isOk())
        return pile.refuse(InputPart::Any, text.error());
    addText(pile, text.value(), name, options);
}

void addFile(InputPile &pile, const QString &path, const FastaOptions &options)
{
    readFile(pile, path, options);
    for (Error &error : pile.refused)
        if (error.file.isEmpty())
            error.file = path;
}

} // namespace WhiteBox
