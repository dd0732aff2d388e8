using System.Text;
using Spark.Runtime.Files;

namespace Spark.Runtime.Tests.Files;

public sealed class MediaSnifferTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];
    private static readonly byte[] Nothing = [0x00, 0x01, 0x02, 0xFE];

    [Theory]
    [InlineData("<!doctype html><script>alert(1)</script>", "image/png", "a.png", "text/html")]
    [InlineData("  \n<HTML>", "text/plain", "a.txt", "text/html")]
    [InlineData("\uFEFF<script>", "text/csv", "a.csv", "text/html")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/png", "a.png", "image/svg+xml")]
    [InlineData("<?xml version='1.0'?><!-- a --><svg/>", "text/plain", "a.txt", "image/svg+xml")]
    [InlineData("<?xml version='1.0'?><order/>", "text/plain", "a.txt", "application/xml")]
    [InlineData("a < b, and <script> later", "text/plain", "a.log", "text/plain")]
    [InlineData("name;age", "application/octet-stream", "a.csv", "text/csv")]
    [InlineData("name;age", "text/html", "a.html", "text/plain")]
    [InlineData("{}", "application/json; charset=utf-8", "a.json", "application/json")]
    [InlineData("alert(1)", "text/javascript", "a.js", "text/plain")]
    [InlineData("%PDF-1.7", "image/png", "a.png", "application/pdf")]
    [InlineData("MZ\u0001", "image/png", "a.png", "application/vnd.microsoft.portable-executable")]
    [InlineData("GIF89a", "", "a", "image/gif")]
    [InlineData("RIFF1234WEBPVP8 ", "", "", "image/webp")]
    [InlineData("1234RIFFWEBP", "", "a.webp", "text/plain")]
    public void What_a_file_is_is_told_by_its_content(string content, string told, string name, string expected) =>
        MediaSniffer.Read(Encoding.UTF8.GetBytes(content), told, name).ShouldBe(expected);

    [Fact]
    public void A_picture_is_one_whatever_it_is_called() => MediaSniffer.Read(Png, "text/html", "a.html").ShouldBe("image/png");

    [Theory]
    [InlineData("image/png")]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData("image/svg+xml")]
    [InlineData("no type")]
    [InlineData("x/y\r\nSet-Cookie: a")]
    public void Bytes_without_a_mark_are_not_what_would_have_one(string told) =>
        MediaSniffer.Read(Nothing, told, "a.png").ShouldBe("application/octet-stream");

    [Fact]
    public void A_format_without_a_mark_is_believed() => MediaSniffer.Read(Nothing, "application/vnd.example.Drawing", "a.drw").ShouldBe("application/vnd.example.drawing");

    [Theory]
    [InlineData("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("word/vbaProject.bin", "application/vnd.ms-office.macro")]
    [InlineData("readme.txt", "application/zip")]
    public void Documents_of_office_are_told_from_other_archives_and_from_those_with_macros(string entry, string expected)
    {
        using var bytes = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry(entry);
            if (expected != "application/zip")
            {
                zip.CreateEntry("[Content_Types].xml");
            }
        }

        MediaSniffer.Read(bytes.ToArray(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "a.docx").ShouldBe(expected);
    }
}
