// SPDX-License-Identifier: GPL-3.0-or-later
// Second guard of the architecture: which folder may include which. The table is the picture in
// ARCHITECTURE.md.
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

using Table = QHash<QString, QStringList>;

const QString kRoot = QStringLiteral(WB_SOURCE_DIR);

/// Folder -> folders it may include besides itself.
const Table &allowed()
{
    static const Table table = [] {
        Table t;
        const auto add = [&t](const char *folder, std::initializer_list<const char *> others) {
            QStringList list{QString::fromLatin1(folder)};
            for (const char *other : others)
                list << t.value(QString::fromLatin1(other));
            list.removeDuplicates();
            t.insert(QString::fromLatin1(folder), list);
        };
        add("core/base", {});
        add("core/sequence", {"core/base"});
        add("core/alignment", {"core/sequence"});
        add("core/coevolution", {"core/alignment"});
        add("core/structure", {"core/sequence"});
        add("core/network", {"core/coevolution", "core/structure"});
        add("core/attribution", {"core/network"});
        add("core/store", {"core/attribution"});
        add("core/export", {"core/store"});
        add("core/tools", {"core/export"});
        add("core/pipeline", {"core/tools"});
        add("widgets", {"core/pipeline"});
        add("app", {"widgets"});
        add("app/cli", {"core/pipeline"});
        add("app/figures", {"widgets", "app/cli"});
        add("app/torchplugin", {"core/attribution"});
        add("app/train", {"core/pipeline"});
        return t;
    }();
    return table;
}

QString folderOf(const QString &path)
{
    QString best;
    for (auto it = allowed().cbegin(); it != allowed().cend(); ++it)
        if (path.startsWith(it.key() + QLatin1Char('/')) && it.key().size() > best.size())
            best = it.key();
    return best;
}

QStringList sourceFiles()
{
    QStringList files;
    for (const char *top : {"core", "widgets", "app"}) {
        QDirIterator it(kRoot + QLatin1Char('/') + QLatin1String(top),
                        {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            files << it.next().mid(kRoot.size() + 1);
    }
    return files;
}

/// "file:line includes x", one entry for each include line that the table forbids.
QStringList violations(const QString &file, const QByteArray &content)
{
    static const QRegularExpression ours(
        QStringLiteral("^\\s*#\\s*include\\s*[\"<]((core|widgets|app|tests)/[^\">]+)"));
    static const QRegularExpression foreign(QStringLiteral("^\\s*#\\s*include\\s*<(torch|ATen|c10)/"));
    static const QRegularExpression gui(QStringLiteral(
        "^\\s*#\\s*include\\s*<(QWidget|QApplication|QPainter|QImage|QtGui|QtWidgets|qcustomplot)"));
    const QString folder = folderOf(file);
    const bool isGui = folder == QLatin1String("widgets") || folder == QLatin1String("app") ||
                       folder == QLatin1String("app/figures");
    const bool isTorch = folder == QLatin1String("app/train") || folder == QLatin1String("app/torchplugin");
    QStringList found;
    int line = 0;
    for (const QByteArray &raw : content.split('\n')) {
        ++line;
        const QString text = QString::fromUtf8(raw);
        const auto match = ours.match(text);
        const bool wrong =
            (match.hasMatch() && !allowed().value(folder).contains(folderOf(match.captured(1)))) ||
            (foreign.match(text).hasMatch() && !isTorch) || (gui.match(text).hasMatch() && !isGui);
        if (wrong)
            found << QStringLiteral("%1:%2 %3").arg(file).arg(line).arg(text.trimmed());
    }
    return found;
}

} // namespace

class TestIncludes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySourceFileLiesInAKnownFolder()
    {
        const QStringList files = sourceFiles();
        QVERIFY(files.size() > 20);
        for (const QString &file : files)
            QVERIFY2(!folderOf(file).isEmpty(), qPrintable(file));
    }

    void includesFollowTheArrows()
    {
        QStringList found;
        for (const QString &path : sourceFiles()) {
            QFile file(kRoot + QLatin1Char('/') + path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            found << violations(path, file.readAll());
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void aForbiddenIncludeIsNamed_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("upwards") << "core/base/x.h" << QByteArray("\n#include \"core/network/convnet.h\"\n");
        QTest::newRow("gui in core") << "core/store/x.h" << QByteArray("\n#include <QWidget>\n");
        QTest::newRow("torch in the window")
            << "widgets/x.cpp" << QByteArray("\n#include <torch/script.h>\n");
        QTest::newRow("torch beside its plugin")
            << "core/attribution/torchplugin.cpp" << QByteArray("\n#include <ATen/core/Tensor.h>\n");
        QTest::newRow("the plugin in the window")
            << "app/x.cpp" << QByteArray("\n#include \"app/torchplugin/scriptgraph.h\"\n");
        QTest::newRow("the window in the plugin")
            << "app/torchplugin/x.cpp" << QByteArray("\n#include \"core/pipeline/jobrunner.h\"\n");
        QTest::newRow("widgets in the cli")
            << "app/cli/x.cpp" << QByteArray("\n#include \"widgets/pairselection.h\"\n");
    }

    void aForbiddenIncludeIsNamed()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        const QStringList found = violations(file, content);
        QCOMPARE(found.size(), 1);
        QVERIFY(found.first().startsWith(file + QStringLiteral(":2 ")));
    }
};

QTEST_GUILESS_MAIN(TestIncludes)
#include "tst_includes.moc"
