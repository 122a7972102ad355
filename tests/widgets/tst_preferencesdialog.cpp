// SPDX-License-Identifier: GPL-3.0-or-later
// The preferences with real keys and clicks. Programs, databases and the Swiss-Prot package are small fakes
// of the test's own writing. WHITEBOX_SCREENSHOTS names a folder that keeps what was seen.
#include "tests/support/fakeswissprot.h"
#include "tests/support/warnings.h"
#include "widgets/preferencesdialog.h"
#include "widgets/theme.h"
#include "widgets/workbench.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace WhiteBox;

namespace {

const QByteArray kProtein = "MADKELKFLVVDDFSTMRRIVRNLLKELGFNNVEEAEDGVDALNKLQ";

} // namespace

class TestPreferencesDialog : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<PreferencesDialog> m_dialog;

    QString write(const QString &name, const QByteArray &bytes, bool executable = false)
    {
        QFile file(m_dir->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        if (executable)
            file.setPermissions(file.permissions() | QFileDevice::ExeOwner);
        return file.fileName();
    }

    QString fakeJackhmmer()
    {
        return write(QStringLiteral("my-jackhmmer"),
                     "#!/bin/sh\necho '# jackhmmer :: searches'\necho '# HMMER 9.9 (Jan 2030); made up'\n",
                     true);
    }

    void open(const QString &package = {})
    {
        m_dialog = std::make_unique<PreferencesDialog>(
            m_workbench.get(), nullptr,
            package.isEmpty() ? m_dir->filePath(QStringLiteral("none")) : package);
        m_dialog->show();
    }

    template <class T>
    T *child(const char *name)
    {
        auto *found = m_dialog->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }

    void type(const char *name, const QString &text)
    {
        auto *edit = child<QLineEdit>(name);
        for (QWidget *page = edit; page; page = page->parentWidget())
            if (const int k = child<QTabWidget>("pages")->indexOf(page); k >= 0)
                child<QTabWidget>("pages")->setCurrentIndex(k);
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }

    void press(QDialogButtonBox::StandardButton button)
    {
        QTest::mouseClick(m_dialog->findChild<QDialogButtonBox *>()->button(button), Qt::LeftButton);
    }

    QString text(const char *label) { return child<QLabel>(label)->text(); }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("whitebox-test"));
        QCoreApplication::setApplicationName(QStringLiteral("preferences"));
    }

    void init()
    {
        QTest::failOnWarning(Test::anyWarning());
        m_dir = std::make_unique<QTemporaryDir>();
        qputenv("WHITEBOX_HOME", m_dir->path().toUtf8());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_dir->path());
        m_workbench = std::make_unique<Workbench>();
    }

    void cleanup()
    {
        m_dialog.reset();
        m_workbench.reset();
    }

    void whatIsChosenReachesLaterJobsAndTheNextStart()
    {
        const QString database = write(QStringLiteral("db.fa"), ">a\n" + kProtein + "\n>b\nMK\n");
        const QString jackhmmer = fakeJackhmmer();
        open();
        QSignalSpy changed(m_workbench.get(), &Workbench::setupChanged);
        type("jackhmmer-edit", jackhmmer);
        QTRY_VERIFY(text("jackhmmer-check").contains(QLatin1String("HMMER 9.9 (Jan 2030)")));
        type("database-edit", database);
        QTRY_VERIFY(text("database-check").contains(QLatin1String("2 sequences, 49 residues")));
        child<QTabWidget>("pages")->setCurrentIndex(int(PreferencesDialog::Page::Computation));
        child<QSpinBox>("threads")->setFocus();
        QTest::keyClick(child<QSpinBox>("threads"), Qt::Key_Up);
        press(QDialogButtonBox::Ok);
        QTRY_VERIFY(!m_dialog->isVisible());
        QCOMPARE(changed.count(), 1);
        Workbench next;
        for (const Workbench *each : {m_workbench.get(), &next}) {
            QCOMPARE(each->parameters().jackhmmer, jackhmmer);
            QCOMPARE(each->parameters().database, database);
            QCOMPARE(each->database(), database);
            QCOMPARE(each->parameters().threads, 1);
        }
    }

    void defaultsAreKeptAsDefaults()
    {
        open();
        press(QDialogButtonBox::Ok);
        QTRY_VERIFY(!m_dialog->isVisible());
        QVERIFY(m_workbench->preferences().database.isEmpty());
        QVERIFY(m_workbench->parameters().database.endsWith(QLatin1String("databases/example.fasta")));
        QVERIFY(m_workbench->parameters().threads >= 1);
    }

    void cancelKeepsNothing()
    {
        open();
        type("jackhmmer-edit", fakeJackhmmer());
        press(QDialogButtonBox::Cancel);
        QVERIFY(!m_dialog->isVisible());
        QVERIFY(m_workbench->preferences().jackhmmer.isEmpty());
    }

    void okWaitsForTheCheck()
    {
        const QString database = write(QStringLiteral("db.fa"), ">a\n" + kProtein + "\n");
        open();
        child<QLineEdit>("database-edit")->setText(database);
        press(QDialogButtonBox::Ok); // before the check has begun
        QVERIFY(m_dialog->isVisible());
        QTRY_VERIFY(!m_dialog->isVisible());
        QCOMPARE(m_workbench->database(), database);
    }

    void aBadDatabaseIsNeverKept_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        QTest::newRow("DNA") << QByteArray(">a\nACGTACGTACGTTGCATGCATGCATTGCA\n") << QStringLiteral("DNA");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("nothing in it");
        QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\x00", 4) << QStringLiteral("compressed");
        QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n") << QStringLiteral("PNG image");
        QTest::newRow("binary") << QByteArray(300, '\x01') << QString();
        QTest::newRow("markup") << QByteArray(">a\n<b>bold</b>\n") << QStringLiteral("&lt;");
    }

    void aBadDatabaseIsNeverKept()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, why);
        refuse(write(QStringLiteral("bad.fa"), bytes), why);
    }

    void missingFilesFoldersAndUnreadableOnesAreRefused()
    {
        refuse(m_dir->filePath(QStringLiteral("none.fa")), QStringLiteral("no such file"));
        refuse(m_dir->path(), QStringLiteral("not a file"));
        if (::geteuid() == 0)
            QSKIP("the superuser reads everything");
        const QString path = write(QStringLiteral("closed.fa"), ">a\n" + kProtein + "\n");
        QFile::setPermissions(path, {});
        refuse(path, QStringLiteral("denied"));
    }

    void aProgramThatIsNotJackhmmerIsRefused()
    {
        open();
        type("jackhmmer-edit", QStringLiteral("/bin/true"));
        press(QDialogButtonBox::Ok);
        QTRY_VERIFY(text("message").contains(QLatin1String("cannot be used")));
        QVERIFY(text("jackhmmer-check").contains(QLatin1String("not jackhmmer")));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(m_workbench->preferences().jackhmmer.isEmpty());
    }

    void aNetworkThatIsNoneIsRefused()
    {
        open();
        type("network-edit", write(QStringLiteral("net.safetensors"), "nothing"));
        press(QDialogButtonBox::Ok);
        QTRY_VERIFY(text("message").contains(QLatin1String("cannot be used")));
        QVERIFY(m_workbench->preferences().model.isEmpty());
    }

    void whatWasBadBeforeDoesNotHinder()
    {
        m_workbench->setDatabase(m_dir->filePath(QStringLiteral("gone.fa")));
        open();
        QTRY_VERIFY(text("database-check").contains(QStringLiteral("✗")));
        type("jackhmmer-edit", fakeJackhmmer());
        press(QDialogButtonBox::Ok);
        QTRY_VERIFY(!m_dialog->isVisible());
        QVERIFY(m_workbench->preferences().jackhmmer.endsWith(QLatin1String("my-jackhmmer")));
    }

    void ccmpredIsChosenOnlyWhereItIsFound()
    {
        open();
        type("ccmpred-edit", m_dir->filePath(QStringLiteral("no-ccmpred")));
        auto *engine = child<QComboBox>("engine");
        child<QTabWidget>("pages")->setCurrentIndex(int(PreferencesDialog::Page::Computation));
        engine->setFocus();
        QTest::keyClick(engine, Qt::Key_Down);
        QTRY_VERIFY(text("engine-check").contains(QLatin1String("not found")));
        press(QDialogButtonBox::Ok);
        QTRY_VERIFY(text("message").contains(QLatin1String("cannot be used")));
        QVERIFY(m_workbench->engine() == CouplingsEngine::BuiltIn);
        type("ccmpred-edit", write(QStringLiteral("my-ccmpred"), "#!/bin/sh\n", true));
        QTRY_VERIFY(text("engine-check").contains(QStringLiteral("✓")));
        press(QDialogButtonBox::Ok);
        QTRY_VERIFY(!m_dialog->isVisible());
        QVERIFY(m_workbench->engine() == CouplingsEngine::Ccmpred);
        QVERIFY(m_workbench->parameters().ccmpred.endsWith(QLatin1String("my-ccmpred")));
    }

    void theCommandThatInstallsSwissProtIsCopied()
    {
        open();
        m_dialog->setPage(PreferencesDialog::Page::Database);
        QVERIFY(text("swissprot-text").contains(QLatin1String("225 MB")));
        QVERIFY(!child<QPushButton>("swissprot-build")->isVisible());
        QTest::mouseClick(child<QPushButton>("swissprot-copy"), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("sudo apt-get install metastudent-data"));
        writeFakeSwissProt(m_dir->filePath(QStringLiteral("none"))); // now it is installed
        QTest::mouseClick(child<QPushButton>("swissprot-look"), Qt::LeftButton);
        QVERIFY(child<QPushButton>("swissprot-build")->isVisible());
        QVERIFY(!child<QPushButton>("swissprot-copy")->isVisible());
    }

    void swissProtIsBuiltAndChosen()
    {
        const QString package = m_dir->filePath(QStringLiteral("package"));
        writeFakeSwissProt(package);
        open(package);
        m_dialog->setPage(PreferencesDialog::Page::Database);
        QTest::mouseClick(child<QPushButton>("swissprot-build"), Qt::LeftButton);
        const QString path = m_dir->filePath(QStringLiteral("databases/swissprot-2014_01.fasta"));
        QTRY_COMPARE(child<QLineEdit>("database-edit")->text(), path);
        QVERIFY(text("swissprot-text").contains(QLatin1String("4 sequences, 150 residues")));
        QTRY_VERIFY(text("database-check").contains(QLatin1String("4 sequences")));
        press(QDialogButtonBox::Ok);
        QTRY_VERIFY(!m_dialog->isVisible());
        QCOMPARE(m_workbench->database(), path);
    }

    void aDamagedPackageIsTold()
    {
        const QString package = m_dir->filePath(QStringLiteral("package"));
        writeFakeSwissProt(package);
        QVERIFY(QFile::resize(package + QStringLiteral("/dataset_201401/MFO/goasp.fasta.psq"), 3));
        open(package);
        m_dialog->setPage(PreferencesDialog::Page::Database);
        QTest::mouseClick(child<QPushButton>("swissprot-build"), Qt::LeftButton);
        QTRY_VERIFY(text("swissprot-text").contains(QLatin1String("goasp.fasta.psq")));
        QVERIFY(child<QPushButton>("swissprot-build")->isVisible());
        QVERIFY(child<QLineEdit>("database-edit")->text().isEmpty());
    }

    void pagesArePhotographed()
    {
        const QString folder = qEnvironmentVariable("WHITEBOX_SCREENSHOTS");
        if (folder.isEmpty())
            QSKIP("WHITEBOX_SCREENSHOTS is not set");
        const QString package = m_dir->filePath(QStringLiteral("package"));
        writeFakeSwissProt(package);
        for (const auto &[theme, name] : {std::pair(Theme::Light, "light"), std::pair(Theme::Dark, "dark")}) {
            applyTheme(*qApp, theme);
            for (const bool installed : {false, true}) {
                open(installed ? package : QString());
                type("ccmpred-edit", QStringLiteral("/usr/local/no/ccmpred"));
                for (int page = 0; page < child<QTabWidget>("pages")->count(); ++page) {
                    m_dialog->setPage(PreferencesDialog::Page(page));
                    QTest::qWait(700);
                    m_dialog->grab().save(QStringLiteral("%1/%2-%3-%4.png")
                                              .arg(folder, QLatin1String(name))
                                              .arg(page)
                                              .arg(installed ? 1 : 0));
                }
            }
        }
    }

private:
    void refuse(const QString &path, const QString &why)
    {
        open();
        type("database-edit", path);
        press(QDialogButtonBox::Ok);
        QTRY_VERIFY(text("message").contains(QLatin1String("cannot be used")));
        QVERIFY2(text("database-check").contains(why), qPrintable(text("database-check")));
        QVERIFY(text("database-check").contains(QStringLiteral("✗")));
        QCOMPARE(child<QTabWidget>("pages")->currentIndex(), int(PreferencesDialog::Page::Database));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(m_workbench->preferences().database.isEmpty());
    }
};

QTEST_MAIN(TestPreferencesDialog)
#include "tst_preferencesdialog.moc"
