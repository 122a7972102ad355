// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tools/exampledatabase.h"

#include "core/export/textfile.h"
#include "core/sequence/inputfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace WhiteBox {

namespace {

struct ExampleDatabase
{
    Q_DECLARE_TR_FUNCTIONS(ExampleDatabase)
};

/// Collects records, each sequence once.
struct Collection
{
    QByteArray text;
    QSet<QByteArray> seen;
    ExampleDatabaseInfo info;

    void add(const QByteArray &header, const QByteArray &residues)
    {
        if (residues.isEmpty())
            return;
        if (seen.contains(residues)) {
            ++info.duplicates;
            return;
        }
        seen.insert(residues);
        text += '>' + header + '\n' + residues + '\n';
        ++info.sequences;
    }
};

Result<QByteArray> loadSource(const QString &path)
{
    if (QFileInfo::exists(path))
        return loadInputText(path);
    Error error =
        Error::io(path, ExampleDatabase::tr("The example's database cannot be built"),
                  ExampleDatabase::tr("a file of the packages mmseqs2-examples and freecontact is missing"),
                  ExampleDatabase::tr("Install them: apt-get install mmseqs2-examples freecontact"));
    error.kind = ErrorKind::MissingTool;
    return error;
}

void addProteins(const QByteArray &fasta, Collection &collection)
{
    QByteArray header;
    QByteArray residues;
    forEachLine(fasta, [&](qint64, QByteArrayView line) {
        if (line.startsWith('>')) {
            collection.add(header, residues);
            header = line.sliced(1).trimmed().toByteArray();
            residues.clear();
        } else {
            residues += line.trimmed().toByteArray();
        }
        return true;
    });
    collection.add(header, residues);
}

void addHomologs(const QByteArray &rows, Collection &collection)
{
    int number = 0;
    forEachLine(rows, [&](qint64, QByteArrayView line) {
        QByteArray residues = line.trimmed().toByteArray().toUpper();
        residues.replace("-", "").replace(".", "");
        const QByteArray digits = QByteArray::number(++number).rightJustified(4, '0');
        collection.add("freecontact_demo_" + digits, residues);
        return true;
    });
}

} // namespace

Result<ExampleDatabaseInfo> buildExampleDatabase(const QString &destination,
                                                 const ExampleDatabaseSources &sources)
{
    Collection collection;
    collection.info.path = destination;
    if (const QFileInfo file(destination); file.isFile() && file.size() > 0) {
        collection.info.existed = true;
        return collection.info;
    }
    const Result<QByteArray> proteins = loadSource(sources.proteins);
    if (!proteins.isOk())
        return proteins.error();
    const Result<QByteArray> homologs = loadSource(sources.homologs);
    if (!homologs.isOk())
        return homologs.error();
    addProteins(proteins.value(), collection);
    addHomologs(homologs.value(), collection);
    QDir().mkpath(QFileInfo(destination).absolutePath());
    if (const Result<void> saved = writeTextFile(destination, collection.text); !saved.isOk())
        return saved.error();
    return collection.info;
}

} // namespace WhiteBox
