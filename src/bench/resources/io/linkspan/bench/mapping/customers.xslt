<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:linkspan:bench" xpath-default-namespace="urn:erp:customers:v1" exclude-result-prefixes="#all">
  <xsl:output method="json" encoding="UTF-8"/>

  <xsl:variable name="stages" select="map { 'A': 'customer', 'P': 'lead', 'X': 'churned' }"/>
  <xsl:variable name="days" select="map { 'Z014': 14, 'Z030': 30, 'Z060': 60 }"/>

  <xsl:function name="f:trim" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace($text, '^\s+|\s+$', '')"/>
  </xsl:function>

  <xsl:function name="f:decimal" as="xs:decimal">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="round(xs:decimal(translate($text, ',.', '.')), 2)"/>
  </xsl:function>

  <xsl:template match="/Customer">
    <xsl:variable name="billing" select="Addresses/Address[@type = 'BILL']"/>
    <xsl:map>
      <xsl:map-entry key="'externalId'" select="string(CustomerNo)"/>
      <xsl:map-entry key="'name'" select="f:trim(Name)"/>
      <xsl:map-entry key="'taxId'" select="string(VatId)"/>
      <xsl:map-entry key="'stage'" select="$stages(Status)"/>
      <xsl:map-entry key="'active'" select="Blocked = 'N'"/>
      <xsl:map-entry key="'createdOn'" select="substring(Created, 1, 4) || '-' || substring(Created, 5, 2) || '-' || substring(Created, 7, 2)"/>
      <xsl:map-entry key="'language'" select="lower-case(@language)"/>
      <xsl:map-entry key="'segment'" select="if (string(Segment)) then string(Segment) else 'standard'"/>
      <xsl:map-entry key="'revenue'" select="map { 'currency': string(Revenue/@currency), 'amount': f:decimal(Revenue) }"/>
      <xsl:map-entry key="'creditLimit'" select="f:decimal(CreditLimit)"/>
      <xsl:map-entry key="'paymentDays'" select="$days(PaymentTerms)"/>
      <xsl:if test="EMail">
        <xsl:map-entry key="'email'" select="lower-case(f:trim(EMail))"/>
      </xsl:if>
      <xsl:map-entry key="'phone'" select="string(Phone)"/>
      <xsl:map-entry key="'billing'" select="map {
          'street': string($billing/Street),
          'postalCode': string($billing/Zip),
          'city': string($billing/City),
          'country': string($billing/Country) }"/>
      <xsl:map-entry key="'shipping'" select="map { 'city': string(Addresses/Address[@type = 'SHIP']/City) }"/>
      <xsl:map-entry key="'contacts'" select="array { Contacts/Contact ! map {
          'role': lower-case(@role),
          'email': lower-case(EMail),
          'name': string-join((First, Last) ! f:trim(.), ' ') } }"/>
    </xsl:map>
  </xsl:template>
</xsl:stylesheet>
