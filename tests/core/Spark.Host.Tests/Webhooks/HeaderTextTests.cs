using System.Text;
using Spark.Host.Webhooks;

namespace Spark.Host.Tests.Webhooks;

/// <summary>Header values are UTF-8; bytes that are none of it are Latin-1.</summary>
public sealed class HeaderTextTests
{
    [Theory]
    [InlineData("jane@contoso.com")]
    [InlineData("jürg@contoso.com")]
    [InlineData("ÄÖÜß@contoso.com")]
    [InlineData("é")]
    public void Both_encodings_of_a_name_give_the_name(string name)
    {
        HeaderText.Encoding.GetString(Encoding.UTF8.GetBytes(name)).ShouldBe(name);
        HeaderText.Encoding.GetString(Encoding.Latin1.GetBytes(name)).ShouldBe(name);
    }

    [Fact]
    public void A_sequence_that_breaks_off_is_read_byte_by_byte() =>
        HeaderText.Encoding.GetString([0x61, 0xE2, 0x82, 0x62, 0xF0, 0x9F, 0x98, 0x63, 0xFF, 0xC3]).ShouldBe("a\u00E2\u0082b\u00F0\u009F\u0098c\u00FF\u00C3");
}
