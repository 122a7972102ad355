// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tools/blastdatabase.h"
#include "tests/fuzz/fuzzing.h"

#include <QFile>
#include <QTemporaryDir>

using namespace WhiteBox;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    Fuzz::require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

} // namespace

/// Two lengths of 16 bits, then the three files: index, titles and residues.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QTemporaryDir folder(QStringLiteral("/dev/shm/fuzz-XXXXXX"));
    if (size < 4)
        return 0;
    const QByteArray all = Fuzz::bytesOf(data + 4, size - 4);
    const qsizetype index = data[0] + 256 * data[1];
    const qsizetype titles = data[2] + 256 * data[3];
    write(folder.filePath(QStringLiteral("db.pin")), all.left(index));
    write(folder.filePath(QStringLiteral("db.phr")), all.mid(index, titles));
    write(folder.filePath(QStringLiteral("db.psq")), all.mid(index + titles));
    const auto database = BlastDatabase::open(folder.filePath(QStringLiteral("db")));
    Fuzz::requireWords(database);
    if (!database.isOk())
        return 0;
    for (int k = 0; k < database.value().count(); ++k) {
        const auto record = database.value().record(k);
        Fuzz::requireWords(record);
        if (record.isOk())
            Fuzz::require(record.value().title.size() + record.value().residues.size() <= qsizetype(size));
    }
    return 0;
}
