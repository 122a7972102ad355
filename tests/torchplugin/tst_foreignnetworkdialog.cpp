// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog of somebody else's network: warning, what was found, and the card.
#include "tests/support/referencenet.h"
#include "tests/support/warnings.h"
#include "tests/torchplugin/scriptfixtures.h"
#include "widgets/foreignnetworkdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace WhiteBox;
using namespace WhiteBox::Test;

class TestForeignNetworkDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init()
    {
        QTest::failOnWarning(anyWarning());
        QFile::remove(ModelCard::pathFor(m_path));
    }
    void nothingIsTriedBeforeItIsTrusted();
    void theCardSaysWhatTheFileDoesNot();
    void distogramsAreAskedForTheirBins();
    void aCardThatIsThereStays();
    void mistakesKeepItOpen();
    void whatIsNoNetworkIsTold();

private:
    void tryOut(ForeignNetworkDialog &dialog)
    {
        QSignalSpy tried(&dialog, &ForeignNetworkDialog::tried);
        dialog.show();
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("trust")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(tried.count(), 1, 60000);
    }
    static QLineEdit *line(ForeignNetworkDialog &dialog, const char *name)
    {
        return dialog.findChild<QLineEdit *>(QLatin1String(name));
    }
    static QString error(ForeignNetworkDialog &dialog)
    {
        const auto *label = dialog.findChild<QLabel *>(QStringLiteral("error"));
        return label->isVisible() ? label->text() : QString();
    }

    QTemporaryDir m_folder;
    QString m_path;
};

void TestForeignNetworkDialog::initTestCase()
{
    qputenv("WHITEBOX_HOME", m_folder.filePath(QStringLiteral("home")).toUtf8());
    m_path = m_folder.filePath(QStringLiteral("theirs.pt"));
    QVERIFY(saveConvolutions(m_path, randomLayers({441, 3, 4}, {3, 3}, 1)));
}

void TestForeignNetworkDialog::nothingIsTriedBeforeItIsTrusted()
{
    ForeignNetworkDialog dialog(m_path);
    dialog.show();
    QVERIFY(!dialog.file());
    QVERIFY(!line(dialog, "channels")->isVisible());
    QVERIFY(!dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isVisible());
    dialog.accept();
    QVERIFY(dialog.isVisible());
    QVERIFY(!QFile::exists(ModelCard::pathFor(m_path)));
}

void TestForeignNetworkDialog::theCardSaysWhatTheFileDoesNot()
{
    ForeignNetworkDialog dialog(m_path);
    tryOut(dialog);
    QVERIFY(dialog.file());
    QCOMPARE(line(dialog, "channels")->text(), QStringLiteral("CaCa, CaCb, CbCa, CbCb"));
    dialog.findChild<QComboBox *>(QStringLiteral("unit"))->setCurrentIndex(1);
    dialog.accept();
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    const auto card = ModelCard::load(ModelCard::pathFor(m_path));
    QVERIFY(card.isOk());
    QCOMPARE(card.value().channels.size(), 4);
    QCOMPARE(card.value().meaning.angstromPerUnit, 10.0F);
    QVERIFY(card.value().describes(dialog.file()->sha256));
    // Trusted from now on.
    QVERIFY(loadNetworkFile(m_path).isOk());
}

void TestForeignNetworkDialog::distogramsAreAskedForTheirBins()
{
    ForeignNetworkDialog dialog(m_path);
    tryOut(dialog);
    line(dialog, "channels")->setText(QStringLiteral("CbCb"));
    line(dialog, "bins")->setText(QStringLiteral("4:4:4"));
    dialog.accept();
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    const auto loaded = loadNetworkFile(m_path);
    QVERIFY(loaded.isOk());
    QCOMPARE(loaded.value().outputChannels(), 1);
}

// OK replaced the card, which the shipped weights need too.
void TestForeignNetworkDialog::aCardThatIsThereStays()
{
    const QString script = m_folder.filePath(QStringLiteral("distance15.pt"));
    const QString shipped = QStringLiteral(WB_MODELS "/distance15.pt");
    QVERIFY(QFile::copy(shipped, script));
    QVERIFY(QFile::copy(ModelCard::pathFor(shipped), ModelCard::pathFor(script)));
    const auto bytes = [&] {
        QFile file(ModelCard::pathFor(script));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = bytes();
    QVERIFY(!before.isEmpty());
    ForeignNetworkDialog dialog(script);
    tryOut(dialog);
    QVERIFY(!line(dialog, "channels")->isVisible());
    dialog.accept();
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QVERIFY(bytes() == before);
    const auto card = cardFor(
        *dialog.file(), {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")},
        {}, Normalisation::None);
    QVERIFY(!card.isOk());
    QVERIFY2(card.error().why.contains(QStringLiteral("other weights")), qPrintable(card.error().text()));
}

void TestForeignNetworkDialog::mistakesKeepItOpen()
{
    ForeignNetworkDialog dialog(m_path);
    tryOut(dialog);
    line(dialog, "channels")->setText(QStringLiteral("one"));
    dialog.accept();
    QVERIFY(dialog.isVisible());
    QVERIFY2(error(dialog).contains(QStringLiteral("gives 4 distances, 1 were named")),
             qPrintable(error(dialog)));
    line(dialog, "channels")->setText(QStringLiteral("a, a, , b"));
    dialog.accept();
    QVERIFY2(error(dialog).contains(QStringLiteral("no name")), qPrintable(error(dialog)));
    line(dialog, "bins")->setText(QStringLiteral("near"));
    dialog.accept();
    QVERIFY(dialog.isVisible());
    QVERIFY2(error(dialog).contains(QStringLiteral("near")), qPrintable(error(dialog)));
}

void TestForeignNetworkDialog::whatIsNoNetworkIsTold()
{
    const QString path = m_folder.filePath(QStringLiteral("text.pt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no network") > 0);
    file.close();
    ForeignNetworkDialog dialog(path);
    tryOut(dialog);
    QVERIFY(!dialog.file());
    QVERIFY2(error(dialog).contains(QStringLiteral("no TorchScript")), qPrintable(error(dialog)));
}

QTEST_MAIN(TestForeignNetworkDialog)
#include "tst_foreignnetworkdialog.moc"
